import { expect, test } from "@jest/globals";
import {
  originOfVersion,
  type VersionedImage,
  versionMembers,
} from "../../../../provider/lookup/versions/image-version.ts";

function saidBy(image: VersionedImage): string | undefined {
  const found = originOfVersion(image);
  return found === undefined ? undefined : `${found.version.text} of ${found.origin}`;
}

test.each<[VersionedImage, string | undefined]>([
  [{ name: "FaceFusion 3.6.1", versionName: "v3.6", imageType: "App" }, "3.6.0 of versionName"],
  [{ name: "FaceFusion 3.6.1", imageType: "App" }, "3.6.1 of name"],
  [{ name: "ComfyUI version: 2", imageType: "App" }, "2.0.0 of name"],
  [{ name: "ComfyUI", imageType: "App", frameworkVersion: "2.9.1" }, "2.9.1 of frameworkVersion"],
  [{ name: "ComfyUI", imageType: "App", frameworkVersion: "latest" }, undefined],
  [{ name: "ComfyUI", versionName: "内测版", imageType: "App", frameworkVersion: "latest" }, undefined],
  [{ name: "ComfyUI", versionName: "内测版", imageType: "App" }, undefined],
  [
    { name: "ComfyUI", versionName: "内测版", imageType: "App", frameworkVersion: "2.9.1" },
    "2.9.1-alpha of frameworkVersion",
  ],
  [{ name: "FaceFusion v2.0-rc1", versionName: "beta", imageType: "App" }, "2.0.0-rc.1 of name"],
  [{ name: "ComfyUI新版本整合包2", imageType: "App" }, undefined],
])("%j is %s", (image, found) => {
  expect(saidBy(image)).toBe(found);
});

/** The framework's own number in a name, and what says it better. */
test.each([
  ["PyTorch 2.1", "PyTorch", "2.1.2", "2.1.2 of frameworkVersion"],
  ["PyTorch 2.1", "PyTorch", "2.1", "2.1.0 of name"],
  ["PyTorch 2.1", "PyTorch", "2.2.0", "2.1.0 of name"],
  ["PyTorch 2.5.1", "PyTorch", "2.5.1.4", "2.5.1 of name"],
  ["PyTorch:24.04-py3", "PyTorch", "2.3.0", "2.3.0 of frameworkVersion"],
  ["PyTorch:24.04-py3", "PyTorch", undefined, undefined],
  ["torch 2.1", "PyTorch", "2.1.2", "2.1.2 of frameworkVersion"],
  ["tf 2.20", "TensorFlow", "2.20.1", "2.20.1 of frameworkVersion"],
  ["paddle 3.0", "PaddlePaddle", "3.0.1", "3.0.1 of frameworkVersion"],
  ["cuda128_torch291_py312", "PyTorch", "2.9.1", "2.9.1 of name"],
  ["cuda128_torch291_py312", "PyTorch", "2.9.1.1", "2.9.1.1 of frameworkVersion"],
  ["vLLM 0.12", "vLLM", "0.12.3", "0.12.3 of frameworkVersion"],
  ["ComfyUI 0.12", "vLLM", "0.12.3", "0.12.0 of name"],
])("the name %s of an image with %s %s says %s", (name, framework, frameworkVersion, found) => {
  expect(saidBy({ name, imageType: "App", framework, frameworkVersion })).toBe(found);
});

test.each<[VersionedImage, (keyof VersionedImage)[]]>([
  [{ name: "FaceFusion 3.6.1", versionName: "v3.6", imageType: "App" }, ["versionName", "imageType"]],
  [
    { name: "FaceFusion 3.6.1", versionName: "内测版", imageType: "App" },
    ["versionName", "name", "imageType"],
  ],
  [{ name: "FaceFusion 3.6.1", imageType: "App" }, ["versionName", "name", "imageType"]],
  [
    { name: "PyTorch 2.1", imageType: "App", framework: "PyTorch", frameworkVersion: "2.1.2" },
    ["versionName", "name", "imageType", "framework", "frameworkVersion"],
  ],
  [
    { name: "ComfyUI", imageType: "App" },
    ["versionName", "name", "imageType", "framework", "frameworkVersion"],
  ],
  [
    { name: "ComfyUI", versionName: "64位", imageType: "App" },
    ["versionName", "name", "imageType", "framework", "frameworkVersion"],
  ],
])("the version of %j depends on %j", (image, members) => {
  expect(versionMembers(image)).toEqual(members);
});
