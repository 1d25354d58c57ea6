import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { wrapText } from "../../../../cli/output/wrap-text.ts";
import { displayWidth } from "../../../../provider/messages/text-table.ts";

test.each([
  ["Part of the name, case-sensitive.", 20, ["Part of the name,", "case-sensitive."]],
  ["名称的一部分，区分大小写。", 14, ["名称的一部分，", "区分大小写。"]],
  ["镜像 ID，例如 compshareImage-1。", 18, ["镜像 ID，例如", "compshareImage-1。"]],
  ["onewordthatdoesnotfit", 5, ["onewordthatdoesnotfit"]],
  ["", 5, [""]],
])("%p in %d columns", (text, width, lines) => {
  expect(wrapText(text, width)).toEqual(lines);
});

test("nothing gets lost, and what is Chinese fits", () => {
  const unit = fc.constantFrom("深", "，", "。", "字");
  fc.assert(
    fc.property(fc.string({ unit }), fc.integer({ min: 12, max: 40 }), (text, width) => {
      const lines = wrapText(text, width);
      expect(lines.join("")).toBe(text);
      const broken = text.replaceAll(/[，。]{2,}/g, "，");
      for (const line of wrapText(broken, width)) expect(displayWidth(line)).toBeLessThanOrEqual(width);
    }),
  );
});
