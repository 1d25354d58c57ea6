import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { describePage } from "../../../../cli/browse/describe-page.ts";
import { programLanguages, programText } from "../../../../cli/browse/image-program.ts";
import type { PageImage } from "../../../../cli/browse/page-data.ts";
import type { Image } from "../../../../provider/contract/image.ts";
import { makeImage } from "../../../support/listings/make-image.ts";

function described(image: Partial<Image>): PageImage {
  const whole = makeImage({
    id: "compshareImage-1pv2luuyhfr1",
    publishedAt: "2026-01-06T07:59:22Z",
    ...image,
  });
  const facts = { takenAt: "2026-11-27", region: "cn-wlcb", madeBy: "0.1.0" };
  const [one] = describePage([whole], facts).images;
  if (one === undefined) throw new Error("no image");
  return one;
}

const vllm = described({ name: "vLLM v0.12.0", framework: "vLLM", frameworkVersion: "0.12.0" });

test.each([
  [
    "typescript",
    `import * as compshare from "pulumi-compshare";

export const image = new compshare.ImagePin("vllm-v0-12-0", {
  // compshare(vllm-v0-12-0): framework=vLLM version='>=0.12.0 <1'
  imageId: "compshareImage-1pv2luuyhfr1", // 0.12.0 vLLM v0.12.0
});
`,
  ],
  [
    "python",
    `import pulumi_compshare as compshare

image = compshare.ImagePin("vllm-v0-12-0",
    # compshare(vllm-v0-12-0): framework=vLLM version='>=0.12.0 <1'
    image_id="compshareImage-1pv2luuyhfr1",  # 0.12.0 vLLM v0.12.0
)
`,
  ],
  [
    "go",
    `image, err := compshare.NewImagePin(ctx, "vllm-v0-12-0", &compshare.ImagePinArgs{
	// compshare(vllm-v0-12-0): framework=vLLM version='>=0.12.0 <1'
	ImageId: pulumi.String("compshareImage-1pv2luuyhfr1"), // 0.12.0 vLLM v0.12.0
})
if err != nil {
	return err
}
`,
  ],
  [
    "yaml",
    `resources:
  vllm-v0-12-0:
    type: compshare:ImagePin
    properties:
      # compshare(vllm-v0-12-0): framework=vLLM version='>=0.12.0 <1'
      imageId: compshareImage-1pv2luuyhfr1 # 0.12.0 vLLM v0.12.0
`,
  ],
] as const)("the ID of an image in %s stands under the query for its successors", (language, text) => {
  expect(programText(vllm, language, "id")).toBe(text);
});

test.each([
  [
    "typescript",
    `import * as compshare from "pulumi-compshare";

export const image = compshare.getCompShareImageOutput({
  name: "黑神话 \\"悟空\\"",
  statuses: ["Offline"],
});
`,
  ],
  [
    "python",
    `import pulumi_compshare as compshare

image = compshare.get_comp_share_image_output(
    name="黑神话 \\"悟空\\"",
    statuses=["Offline"],
)
`,
  ],
  [
    "go",
    `image, err := compshare.GetCompShareImage(ctx, &compshare.GetCompShareImageArgs{
	Name: pulumi.StringRef("黑神话 \\"悟空\\""),
	Statuses: []string{"Offline"},
})
if err != nil {
	return err
}
`,
  ],
  [
    "yaml",
    `variables:
  image:
    fn::invoke:
      function: compshare:getCompShareImage
      arguments:
        name: "黑神话 \\"悟空\\""
        statuses: [Offline]
`,
  ],
] as const)("the query of an image in %s", (language, text) => {
  const image = described({ name: `黑神话 "悟空"`, status: "Offline" });
  expect(programText(image, language, "query")).toBe(text);
});

test("no name ends its line, its comment or its literal", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1 }), (name) => {
      const image = described({ name, framework: name, tags: [name] });
      for (const language of programLanguages)
        for (const form of ["id", "query"] as const) {
          const text = programText(image, language, form);
          expect(text).not.toMatch(/[\r\u0085\u2028\u2029\u202a-\u202e\0]/);
          expect(text.split("\n").length).toBeLessThan(13);
        }
      const literal = /name: (".*"),/.exec(programText(image, "typescript", "query"))?.[1];
      if (literal !== undefined) expect(JSON.parse(literal)).toBe(name);
    }),
  );
});

test("a dollar in YAML is no reference", () => {
  const image = described({ name: "${pulumi.stack}" });
  expect(programText(image, "yaml", "query")).toContain('name: "$${pulumi.stack}"');
});
