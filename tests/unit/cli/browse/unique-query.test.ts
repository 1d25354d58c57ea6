import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { uniqueQueries } from "../../../../cli/browse/unique-query.ts";
import type { Image } from "../../../../provider/contract/image.ts";
import { imageQuery } from "../../../../provider/contract/query.ts";
import { selectImage } from "../../../../provider/lookup/select-images.ts";
import { parseInputs } from "../../../../provider/schema/parse-inputs.ts";
import { makeImage } from "../../../support/listings/make-image.ts";
import { free, shelf } from "../../../support/lookup/shelf.ts";

const byLetter = (letter: string): Image | undefined => shelf.find(({ id }) => id.endsWith(letter));

test.each([
  ["e", { name: "ComfyUI基础镜像0.10.0" }],
  ["h", { name: "黑神话悟空" }],
  ["c", { name: "SGLang", version: "0.5.8" }],
  ["d", { name: "SGLang", version: "0.6.1" }],
  ["f", { name: "ComfyUI基础镜像0.11.0", statuses: ["Reviewing"] }],
])("of the shelf, %s is meant by %j", (letter, query) => {
  const image = byLetter(letter);
  const queries = uniqueQueries(shelf, "cn-wlcb");
  expect(image === undefined ? undefined : queries.get(image)).toEqual(query);
});

test("a query names the region and the source that it would not look into by itself", () => {
  const image = makeImage({ id: "compshareImage-1", name: "one", source: "community" });
  expect(uniqueQueries([image], "cn-sh2").get(image)).toEqual({
    name: "one",
    source: "community",
    region: "cn-sh2",
  });
});

test("images that nothing but their ID tells apart have no query", () => {
  const twins = ["a", "b"].map((id) => makeImage({ id, name: "twin", framework: "vLLM", tags: ["x"] }));
  expect(uniqueQueries(twins, "cn-wlcb").size).toBe(0);
});

const few = (...values: string[]) => fc.option(fc.constantFrom(...values), { nil: undefined });

const anyImage = fc.record({
  name: fc.constantFrom("vLLM", "vllm", "SGLang", "", "</script>", "黑神话"),
  source: fc.constantFrom("platform", "community"),
  status: fc.constantFrom("Available", "Offline"),
  framework: few("vLLM", "VLLM", "PyTorch"),
  frameworkVersion: few("0.12.0", "0.12", "1.x", "latest"),
  cudaVersion: few("12.8", "13.0"),
  pythonVersion: few("3.12", "3.8"),
  tags: fc.array(fc.constantFrom("推理", "pytorch，Pytorch", "x"), { maxLength: 2 }),
  gpuTypes: fc.option(fc.array(fc.constantFrom("4090", "A100"), { maxLength: 2 }), { nil: undefined }),
  author: few("UCloud", "somebody"),
});

test("whatever the catalogue, a query that an image has finds this image and no other", () => {
  fc.assert(
    fc.property(fc.array(anyImage, { minLength: 1, maxLength: 12 }), (rows) => {
      const images = rows.map((row, index) => makeImage({ ...row, id: `compshareImage-${index}` }));
      for (const [image, query] of uniqueQueries(images, "cn-wlcb")) {
        const parsed = parseInputs(imageQuery, query, "argument");
        if (parsed.problems !== undefined) throw new Error(JSON.stringify(parsed.problems));
        const source = parsed.value.source ?? "platform";
        const listed = images.filter((one) => one.source === source);
        const scope = { source, region: "cn-wlcb", zone: undefined, projectId: undefined };
        const found = selectImage({ ...free, filters: parsed.value, scope, images: listed });
        expect(found.image.id).toBe(image.id);
        expect(found.selection.rule).toBe("the only match");
      }
    }),
  );
});
