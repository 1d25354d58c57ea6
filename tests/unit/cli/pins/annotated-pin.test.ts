import { expect, test } from "@jest/globals";
import { planUpdate } from "../../../../cli/annotations/plan-update.ts";
import { readAnnotations } from "../../../../cli/annotations/read-annotations.ts";
import { annotatedPin } from "../../../../cli/pins/annotated-pin.ts";
import { standingLines } from "../../../../cli/pins/standing-text.ts";
import { standingsText } from "../../../../cli/pins/standings-text.ts";
import type { Lookup } from "../../../../provider/lookup/lookup.ts";
import { documentOf } from "../../../support/cli/documents-of.ts";
import { fileImage, fileOf } from "../../../support/listings/catalogue-files.ts";
import { fileLookup } from "../../../support/lookup/file-lookup.ts";
import { gateway } from "../../../support/lookup/gateway.ts";
import { forbidden } from "../../../support/lookup/refusals.ts";

const old = "compshareImage-old";
const { signal } = new AbortController();

const plainOutput = {
  write: () => undefined,
  isTerminal: false,
  columns: undefined,
  style: (_: unknown, text: string) => text,
};

/** What `outdated` finds of an annotated ID, as kinds and as sentences, and what `update` would make of it. */
async function told(query: string, lookup: Lookup) {
  const { annotations } = readAnnotations("a.yaml", `# compshare(base): ${query}\nid: ${old}\n`);
  const standings = await Promise.all(annotations.map((one) => annotatedPin(one, lookup, signal)));
  const { changes, problems } = await planUpdate(annotations, lookup, signal);
  return {
    findings: standings.flatMap(({ findings }) => findings.map(({ kind }) => kind)),
    lines: standingLines(standings, "en").map(({ check, text }) => `${check}: ${text}`),
    shown: (format: "text" | "json") =>
      standingsText(standings, { format, language: "en", stdout: plainOutput }, ""),
    changes: changes.map(({ before, after }) => [before?.name, after.id]),
    problems,
  };
}

test("an ID that its catalogue no longer has is not gone while another one is closed to the keys, and is updated", async () => {
  const row = {
    CompShareImageId: "compshareImage-new",
    Name: "mine v2",
    ImageType: "App",
    Status: "Available",
  };
  const { lookup } = gateway({ platform: [row], custom: forbidden });
  const { shown, ...all } = await told("nameContains=mine", lookup());
  expect(all).toEqual({
    findings: ["missing", "newer"],
    lines: [
      "image-missing: base pins compshareImage-old, which is no longer among the platform images; these keys cannot read every other catalogue, where it may be now",
      "image-newer: base pins compshareImage-old; mine v2 (compshareImage-new) is newer",
    ],
    changes: [[undefined, "compshareImage-new"]],
    problems: [],
  });
  expect(documentOf(shown("json"))).toMatchObject({ pins: [{ outdated: true }] });
  const [, line, ...sentences] = shown("text").split("\n");
  expect(line).toMatch(/^base +compshareImage-old +mine v2 +not found +a\.yaml:2$/);
  expect(sentences).toEqual([
    "base pins compshareImage-old, which is no longer among the platform images; these keys cannot read every other catalogue, where it may be now",
    "",
  ]);
});

test("an ID that another catalogue of a file has is found there", async () => {
  const [before, after] = [fileImage("mine v1", 1, { id: old }), fileImage("mine v2", 2)];
  const listings = [
    { source: "platform", region: "cn-wlcb", images: [after] },
    { source: "community", region: "cn-wlcb", images: [before] },
  ] as const;
  const { lookup, told: warned } = fileLookup(fileOf([], { takenAt: "2026-11-25", listings }));
  expect(await told("nameContains=mine", lookup())).toMatchObject({
    findings: ["newer"],
    changes: [["mine v1", after.id]],
    problems: [],
  });
  expect(warned).toEqual([]);
});
