import { expect, test } from "@jest/globals";
import { lint } from "../../../support/lint/run-lint.ts";

// The first three are reported; what is conditional or made there needs its spread.
const spreads = [
  'export const a = ["-m", ...["pip", "install"]];',
  "export const b = { one: 1, ...{ two: 2, three: 3 } };",
  "export const c = Math.max(...[1, 2]);",
  "export const d = (all: string[]): string[] => [...all, ...[1, 2].map(String)];",
  "export const e = (more: boolean): string[] => ['a', ...(more ? ['--all'] : [])];",
  "export const f = (more: boolean): object => ({ ...(more && { all: true }) });",
];

// `npm run check` lints all of these, and fails at one report.
test.each(["provider", "cli", "mocks", "simulator", "tests/unit", "tools", "bench", "examples"])(
  "lint reports a literal that is spread into another, which only keeps the formatter from its lines, in %s/",
  async (folder) => {
    const file = `${folder}/spreads.ts`;
    const found = await lint(new Map([[file, spreads.join("\n")]]));
    const lines = found
      .filter(({ code }) => code === "unicorn(no-useless-spread)")
      .map(({ labels }) => labels[0]?.span.line);
    expect(lines).toEqual([1, 2, 3]);
  },
);
