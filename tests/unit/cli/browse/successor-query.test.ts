import { expect, test } from "@jest/globals";
import { annotationWords, successorQuery } from "../../../../cli/browse/successor-query.ts";
import { makeImage } from "../../../support/listings/make-image.ts";

const vllm = { id: "i", name: "vLLM v0.12.0", framework: "vLLM", frameworkVersion: "0.12.0" };

test.each([
  ["a framework with its version", vllm, "framework=vLLM version='>=0.12.0 <1'"],
  [
    "CUDA beside it",
    { ...vllm, cudaVersion: "12.9" },
    "framework=vLLM version='>=0.12.0 <1' cudaVersion=12.x",
  ],
  ["an image without a version", { id: "i", name: "黑神话悟空" }, "name=黑神话悟空"],
  ["a name with spaces", { id: "i", name: "Ubuntu 22.04 64位" }, "name='Ubuntu 22.04 64位'"],
  [
    "an image of a publisher",
    { ...vllm, source: "community", author: "some body" },
    "framework=vLLM version='>=0.12.0 <1' source=community author='some body'",
  ],
  ["an image of the community without a publisher", { ...vllm, source: "community" }, undefined],
  ["a name with a quotation mark", { id: "i", name: `the "best"` }, undefined],
  ["a name with a line break", { id: "i", name: "one\ntwo" }, undefined],
  ["a name that turns round", { id: "i", name: "gpj.\u202eegami" }, undefined],
])("the successors of %s are found by %s", (_what, image, words) => {
  const query = successorQuery(makeImage(image), "cn-wlcb");
  expect(query && annotationWords(query)).toBe(words);
});
