import { expect, test } from "@jest/globals";
import { imageVersion } from "../../../../provider/lookup/versions/image-version.ts";
import { readNumbers } from "../../../../provider/lookup/versions/read-numbers.ts";
import { isListed, readFront } from "../../../../provider/lookup/versions/read-owner.ts";
import { isDigits, tokensOf } from "../../../../provider/lookup/versions/tokens.ts";

/** What stands in front of the last number of a text. */
function frontOf(text: string): { isMarked: boolean; word: string | undefined; owner: string | undefined } {
  const tokens = tokensOf(text);
  let at = tokens.findLastIndex(isDigits);
  while (tokens[at - 1] === "." && isDigits(tokens[at - 2])) at -= 2;
  const { isMarked, word, owner } = readFront(tokens, at, readNumbers(tokens, at));
  return { isMarked, word, owner };
}

test.each([
  ["ComfyUI 0.10", "comfyui", undefined],
  ["0.10", undefined, undefined],
  ["CUDA 12.4", "cuda", "cuda"],
  ["CUDA Toolkit 12.4", "cuda", "cuda"],
  ["Ubuntu Server 22.04", "ubuntu", "os"],
  ["Ubuntu官方镜像22.04", "ubuntu", "os"],
  ["麒麟系统 10.1", "麒麟系统", "os"],
  ["统信操作系统 20.1", "统信操作系统", "os"],
  ["驱动程序 550.54", "驱动程序", "driver"],
  ["Ubuntu整合包 1.2", "整合包", undefined],
  ["Python (3.12", "python", "python"],
  ["python>=3.12", "python", "python"],
  ["NVIDIA 550.54", "nvidia", "cuda"],
  ["RTX 4090 NVIDIA 550.54", "nvidia", "cuda"],
  ["4090 Server 22.04", "server", undefined],
  ["RTX4090, 1.2", undefined, undefined],
  ["CUDA Toolkit Runtime Base 12.4", "cuda", "cuda"],
  ["llama-cpp-python 0.3.2", "python", undefined],
  ["llama-cpp-python 3.12", "python", "python"],
  ["numba_cuda 0.3.0", "cuda", undefined],
  ["整合包-cuda 0.3.0", "cuda", undefined],
  ["llama cpp python 0.3.2", "python", "python"],
  ["-python 0.3.2", "python", "python"],
  ["my-ubuntu 2.1", "ubuntu", "os"],
])("the number at the end of %s stands behind %s and is of %s", (text, word, owner) => {
  expect(frontOf(text)).toMatchObject({ word, owner });
});

test.each([
  ["v2", true],
  ["V 2", true],
  ["ver. 2", true],
  ["Version: 2", true],
  ["版本: 2", true],
  ["版本号：2", true],
  ["ComfyUI版本2", true],
  ["ComfyUI 2", false],
  ["新版本整合包2", false],
  ["dev2", false],
  ["2v2", false],
])("whether the number at the end of %s is marked: %s", (text, isMarked) => {
  expect(frontOf(text).isMarked).toBe(isMarked);
});

test.each([
  ["11.8/12.4", true],
  ["11.8、12.4", true],
  ["11.8 / 12.4", true],
  ["11.8&12.4", true],
  ["11.8~12.4", true],
  ["11.8和12.4", true],
  ["11.8 或 12.4", true],
  ["11.8与12.4", true],
  ["11.8及12.4", true],
  ["11.8 or 12.4", true],
  ["11.8 and 12.4", true],
  ["11.8 for 12.4", false],
  ["11.8 original 12.4", false],
  ["11.8 12.4", false],
  ["11.8+12.4", false],
  ["11.8,12.4", false],
  ["11.8 and/or 12.4", false],
])("whether the numbers of %s are a list: %s", (text, isList) => {
  const tokens = tokensOf(text);
  const [from, to] = [tokens.indexOf("8") + 1, tokens.indexOf("12")];
  expect(isListed(tokens, from, to)).toBe(isList);
});

test.each([
  ["CUDA 11.8/12.4", undefined],
  ["Python 3.10 / 3.11", undefined],
  ["CUDA 12.4 for 1.2.0", "1.2.0"],
  // An owner is near its number.
  ["CUDA: Official Enterprise Desktop Server Runtime Image 1.2", "1.2.0"],
  ["Ubuntu整合包 1.2", "1.2.0"],
  ["RTX 4090 NVIDIA 550.54", undefined],
  ["整合包-cuda 0.3.0", "0.3.0"],
  ["llama cpp python 0.3.2", undefined],
])("the name %s says %s", (name, version) => {
  expect(imageVersion({ name, imageType: "App" })?.text).toBe(version);
});
