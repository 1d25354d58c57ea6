import { createHash } from "node:crypto";
import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { describePage } from "../../../../cli/browse/describe-page.ts";
import { dataText, pageHtml } from "../../../../cli/browse/page-html.ts";
import { makeImage } from "../../../support/listings/make-image.ts";

const facts = { takenAt: "2026-11-27", region: "cn-wlcb", madeBy: "0.1.0" };

test("whatever publishers write, the data is JSON and holds nothing that HTML reads", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (name, description) => {
      const data = describePage(
        [makeImage({ id: "i", name, description: `</script>${description}` })],
        facts,
      );
      const text = dataText(data);
      expect(text).not.toMatch(/[<>&\u2028\u2029\u202a-\u202e]/);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(data)));
    }),
  );
});

test("the policy names exactly the page's own script and style, and neither stands there twice", () => {
  const html = pageHtml(describePage([], facts), { script: "run()", style: "p{}" });
  const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  expect(html).toContain(
    `content="default-src 'none'; script-src ${hash("run()")}; style-src ${hash("p{}")}; base-uri 'none'; form-action 'none'"`,
  );
  expect(html.match(/<script/g)).toHaveLength(2);
  expect(html).not.toMatch(/(src|href)=/);
});

test("the newest image comes first, and each spelling of a tag once", () => {
  const images = [
    makeImage({
      id: "old",
      publishedAt: "2025-01-01T00:00:00Z",
      tags: ["pytorch，Pytorch", "PyTorch", "深度学习"],
    }),
    makeImage({ id: "new", publishedAt: "2026-01-01T00:00:00Z" }),
  ];
  const page = describePage(images, facts);
  expect(page.images.map(({ id }) => id)).toEqual(["new", "old"]);
  expect(page.images[1]?.tags).toEqual(["pytorch", "深度学习"]);
});

test("an image that CompShare names nothing keeps its empty name; of what else is empty nothing is known", () => {
  const [image] = describePage([makeImage({ id: "i", name: "", author: "", versionName: "" })], facts).images;
  expect(image).toMatchObject({ id: "i", name: "" });
  expect(JSON.stringify(image)).not.toMatch(/author|versionName/);
});
