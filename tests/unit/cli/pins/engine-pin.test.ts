import { expect, test } from "@jest/globals";
import { imageOfPin } from "../../../../cli/pins/engine-pin.ts";

const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

test("a name or version that reads like a UUID is known, unless it is one of those that Pulumi writes", () => {
  const name = "7f3b1c52-9a0e-4d18-b6a4-2c5e8f90d311";
  const outputs = { imageId: "compshareImage-1", name, version: unknownText };
  expect(imageOfPin({ outputs })).toMatchObject({ id: "compshareImage-1", name, version: undefined });
});

test("an image whose ID is not known yet is not known", () => {
  expect(imageOfPin({ id: unknownText, outputs: { imageId: unknownText, name: "vLLM" } })).toBeUndefined();
});
