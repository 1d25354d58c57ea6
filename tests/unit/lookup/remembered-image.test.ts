import { expect, test } from "@jest/globals";
import { rememberedImage } from "../../../provider/lookup/remembered-image.ts";
import { imageVersion } from "../../../provider/lookup/versions/image-version.ts";

const versionOf = (outputs: Readonly<Record<string, unknown>>): string | undefined =>
  imageVersion(rememberedImage({ id: "compshareImage-1", outputs }))?.text;

test.each([
  [{ name: "PyTorch 2.9", version: "2.9.0-rc.1" }, "2.9.0-rc.1"],
  [{ name: "SGLang 0.5", version: "0.5.0.post1" }, "0.5.0.post1"],
  [{ name: "ComfyUI", version: "3.4.0-1773428777" }, "3.4.0-1773428777"],
  [{ name: "ComfyUI", versionName: "2.1", version: "2.1.0.107" }, "2.1.0.107"],
  [{ name: "vLLM v0.12.0", version: "2.9.0" }, "2.9.0"],
  [{ name: "ComfyUI", version: "2.9.0" }, "2.9.0"],
  [{ name: "ComfyUI", version: null }, undefined],
])("the version that a state keeps is the pin's: %j is %s", (outputs, version) => {
  expect(versionOf(outputs)).toBe(version);
});

test.each([
  [{ name: "ComfyUI", versionName: "3.4.0-1773428777", version: "3.4.0" }, "3.4.0-1773428777"],
  [{ name: "vLLM 0.9.1rc1", version: "0.9.1" }, "0.9.1-rc.1"],
  [{ name: "vLLM v0.12.0" }, "0.12.0"],
])(
  "where earlier plugins kept three numbers, the image's own texts say the rest: %j is %s",
  (outputs, version) => {
    expect(versionOf(outputs)).toBe(version);
  },
);
