import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { cutToWidth, fittedTable } from "../../../../cli/output/fitted-table.ts";
import { displayWidth } from "../../../../provider/messages/text-table.ts";

const columns = [
  { title: "name", least: 10 },
  { title: "tags", least: 6, drop: 2 },
  { title: "date", drop: 1 },
  { title: "ID" },
];
const rows = [
  ["cuda132_torch2130_py312", "深度学习 PyTorch", "2026-06-30", "compshareImage-1"],
  ["ComfyUI", "", "2025-01-02", "compshareImage-2"],
];

test.each([
  [
    undefined,
    [
      "name                     tags              date        ID",
      "cuda132_torch2130_py312  深度学习 PyTorch  2026-06-30  compshareImage-1",
    ],
    [],
  ],
  [
    60,
    [
      "name              tags          date        ID",
      "cuda132_torch21…  深度学习 Py…  2026-06-30  compshareImage-1",
    ],
    [],
  ],
  [45, ["name             date        ID", "cuda132_torch2…  2026-06-30  compshareImage-1"], ["tags"]],
  [36, ["name                ID", "cuda132_torch2130…  compshareImage-1"], ["tags", "date"]],
  [20, ["name    ID", "cuda1…  compshareImage-1"], ["tags", "date"]],
])("a table in %p columns cuts first and then leaves columns out", (width, lines, leftOut) => {
  const table = fittedTable(columns, rows, width);
  expect(table.lines.slice(0, 2)).toEqual(lines);
  expect(table.leftOut).toEqual(leftOut);
});

test("a cut text fits, and what fits is not cut", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", "深", "…", " ") }),
      fc.integer({ min: 1, max: 20 }),
      (text, most) => {
        const cut = cutToWidth(text, most);
        expect(displayWidth(cut)).toBeLessThanOrEqual(most);
        if (displayWidth(text) <= most) expect(cut).toBe(text);
      },
    ),
  );
});
