import { expect, test } from "@jest/globals";
import { wantsColors } from "../../../../cli/output/wants-colors.ts";

test.each([
  [{}, true, false],
  [{ TERM: "xterm" }, true, false],
  [{ TERM: "dumb" }, false, false],
  [{ NO_COLOR: "1" }, false, false],
  [{ NO_COLOR: "0" }, false, false],
  [{ NO_COLOR: "" }, true, false],
  [{ FORCE_COLOR: "1" }, true, true],
  [{ FORCE_COLOR: "3" }, true, true],
  [{ FORCE_COLOR: "0" }, false, false],
  [{ FORCE_COLOR: "false" }, false, false],
  [{ FORCE_COLOR: "" }, true, false],
  [{ FORCE_COLOR: "1", TERM: "dumb" }, true, true],
  [{ FORCE_COLOR: "1", NO_COLOR: "1" }, true, true],
])("with %j a terminal is coloured: %p, and a file: %p", (environment, terminal, file) => {
  expect(wantsColors(environment, true)).toBe(terminal);
  expect(wantsColors(environment, false)).toBe(file);
});
