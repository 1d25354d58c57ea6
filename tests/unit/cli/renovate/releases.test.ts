import { expect, test } from "@jest/globals";
import { readAnnotations } from "../../../../cli/annotations/read-annotations.ts";
import { releasesOf } from "../../../../cli/renovate/releases.ts";
import { makeImage } from "../../../support/listings/make-image.ts";

const annotated = (query: string) =>
  readAnnotations("a.yaml", `# compshare: ${query}\nid: compshareImage-1a\n`).annotations;

const images = [
  makeImage({ id: "i1", name: "vLLM v0.9.2", publishedAt: "2025-07-15T09:49:58Z", status: "Offline" }),
  makeImage({ id: "i2", name: "vLLM v0.10.0", publishedAt: "2025-08-05T06:03:05Z" }),
  makeImage({ id: "i3", name: "vLLM v0.12.0", publishedAt: "2026-01-06T07:59:22Z" }),
  makeImage({ id: "i4", name: "vLLM v0.12.0", publishedAt: "2026-01-07T07:59:22Z" }),
  makeImage({ id: "i5", name: "vLLM v0.13.0", publishedAt: "2026-01-07T01:00:00Z" }),
  makeImage({ id: "i6", name: "other" }),
];

test("a query is a stream: the best first, the withdrawn deprecated, the republished once with its newest ID", () => {
  expect(releasesOf(annotated("nameContains='vLLM v' version='<0.13'"), () => images)).toBe(`{"streams":{
"nameContains='vLLM v' version='<0.13'":[
{"version":"0.12.0 vLLM v0.12.0","digest":"i4","releaseTimestamp":"2026-01-07T07:59:22Z"},
{"version":"0.10.0 vLLM v0.10.0","digest":"i2","releaseTimestamp":"2025-08-05T06:03:05Z"},
{"version":"0.9.2 vLLM v0.9.2","digest":"i1","releaseTimestamp":"2025-07-15T09:49:58Z","isDeprecated":true}
]
}}
`);
});

test("of two images of one day the later one is proposed, since Renovate would order them by name", () => {
  expect(
    releasesOf(annotated("nameContains='vLLM v'"), () => images)
      .split("\n")
      .slice(2, 5),
  ).toEqual([
    '{"version":"2026.01.07 vLLM v0.12.0","digest":"i4","releaseTimestamp":"2026-01-07T07:59:22Z"},',
    '{"version":"2026.01.07 vLLM v0.13.0","digest":"i5","releaseTimestamp":"2026-01-07T01:00:00Z","isDeprecated":true},',
    '{"version":"2026.01.06 vLLM v0.12.0","digest":"i3","releaseTimestamp":"2026-01-06T07:59:22Z"},',
  ]);
});

test("a query that stands twice is one stream, one that finds nothing an empty one, and a listing that is missing none", () => {
  const twice = [...annotated("name=none"), ...annotated("name=none")];
  expect(releasesOf(twice, () => images)).toBe('{"streams":{\n"name=none":[]\n}}\n');
  expect(releasesOf(twice, () => undefined)).toBe('{"streams":{}}\n');
});

test("an image without a state is proposed by a query that takes `Unknown`, and by no other", () => {
  const { status: _, ...unstated } = makeImage({
    id: "i7",
    name: "vLLM v0.14.0",
    publishedAt: "2026-02-01T00:00:00Z",
  });
  const line = '{"version":"2026.02.01 vLLM v0.14.0","digest":"i7","releaseTimestamp":"2026-02-01T00:00:00Z"';
  const streams = (query: string): string => releasesOf(annotated(query), () => [unstated]);
  expect(streams("nameContains='vLLM v' statuses=Available,Unknown")).toContain(`${line}}`);
  expect(streams("nameContains='vLLM v'")).toContain(`${line},"isDeprecated":true}`);
});
