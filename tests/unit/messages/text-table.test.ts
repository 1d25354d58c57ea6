import { expect, test } from "@jest/globals";
import { displayWidth, textTable } from "../../../provider/messages/text-table.ts";

test.each([
  ["", 0],
  ["abc", 3],
  ["镜像", 4],
  ["ＡＢ", 4],
  ["comfyUI，ComfyUI", 16],
])("%j is %i columns wide", (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test("cells are padded to the widest of their column, the last one not", () => {
  expect(
    textTable([
      ["name", "status", "note"],
      ["镜像", "ok", ""],
      ["a", "", "x"],
    ]),
  ).toEqual(["name  status  note", "镜像  ok", "a             x"]);
});
