import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { codeText } from "../../../../cli/report/markdown-cells.ts";
import { markdownReport } from "../../../../cli/report/markdown-report.ts";
import type { Section } from "../../../../cli/report/report.ts";
import type { PinChange } from "../../../../cli/report/report-schema.ts";
import { reportWords } from "../../../../cli/report/words.ts";

const move: PinChange = {
  pin: "base",
  kind: "moved",
  before: {
    id: "compshareImage-1a",
    name: "vLLM v0.10.0",
    version: "0.10.0",
    publishedAt: "2025-08-05T06:03:05Z",
    price: 0,
    tags: ["推理框架", "old"],
  },
  after: {
    id: "compshareImage-2b",
    name: "vLLM v0.12.0",
    version: "0.12.0",
    publishedAt: "2026-01-06T07:59:22Z",
    price: 0.5,
    tags: ["推理框架", "Qwen"],
  },
  effects: [{ name: "machine", type: "compshare:index:Instance", op: "replace" }],
};

const section = (pins: readonly PinChange[], failed = false): Section => ({
  project: "shop",
  stack: "dev",
  failed,
  pins,
});

test("a move shows both images with what differs, and what else changes because of it", () => {
  expect(markdownReport(section([move]), reportWords.en)).toBe(`### CompShare images: \`shop/dev\`

| Pin | Image | Version | Published | Price | Tags | Because of it |
| --- | --- | --- | --- | --- | --- | --- |
| \`base\` | \`vLLM v0.10.0\` \`compshareImage-1a\`<br>→ \`vLLM v0.12.0\` \`compshareImage-2b\` | \`0.10.0\` → \`0.12.0\` | \`2025-08-05\` → \`2026-01-06\` | free → ¥0.5/h | +\`Qwen\` −\`old\` | \`machine\` (replace) |
`);
});

test("what stays is counted, and named where there is something to know of it", () => {
  const image = { id: "compshareImage-1a", name: "a" };
  const stays: PinChange = { pin: "x", kind: "unchanged", before: image, after: image, effects: [] };
  const pins = [
    stays,
    { ...stays, pin: "y", status: "Available" },
    { ...stays, pin: "z", status: "Gone", newer: { id: "compshareImage-2b", name: "b" } },
  ];
  expect(markdownReport(section(pins, true), reportWords.zh)).toBe(`### CompShare 镜像：\`shop/dev\`

**预览失败，变更可能不完整。**

没有镜像变更。

#### 需要留意的镜像

| 名称 | 镜像 | 状态 | 新版 |
| --- | --- | --- | --- |
| \`z\` | \`a\` \`compshareImage-1a\` | \`Gone\` | \`b\` \`compshareImage-2b\` |

3 个镜像不变。
`);
});

test.each([
  ["a plain name", "vLLM v0.12.0", "`vLLM v0.12.0`"],
  ["HTML, links and mentions", "<img src=x> [a](b) @all #1 **b**", "`<img src=x> [a](b) @all #1 **b**`"],
  ["a pipe", "a|b", "<code>a&#124;b</code>"],
  ["a backslash before a pipe", "a\\|b", "<code>a&#92;&#124;b</code>"],
  ["a backtick with HTML", "`<b>&amp;", "<code>&#96;&#60;b&#62;&#38;amp&#59;</code>"],
  [
    "line breaks and bidi controls",
    "a\nb\u202ec",
    "<code>a&#92;u&#123;a&#125;b&#92;u&#123;202e&#125;c</code>",
  ],
  ["nothing", "  ", ""],
])("text from outside is code, whatever it is: %s", (_, text, markdown) => {
  expect(codeText(text)).toBe(markdown);
});

test("no name ends its code, its cell or its line", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (name) => {
      const shown = codeText(name);
      if (shown.startsWith("`")) expect(shown.slice(1, -1)).not.toMatch(/[`|\\\r\n]/);
      else expect(shown.replace(/^<code>|<\/code>$/g, "")).not.toMatch(/[`|\\<>*_[\]\r\n]/);
    }),
  );
});

test("a long report stays below 64,000 characters and says how many pins it leaves out", () => {
  const many = Array.from({ length: 1000 }, (_, index) => ({ ...move, pin: `pin-${index}` }));
  const text = markdownReport(section(many), reportWords.en);
  expect(text.length).toBeLessThanOrEqual(64_000);
  const rows = text.split("\n").filter((line) => line.startsWith("| `pin-")).length;
  expect(rows).toBeGreaterThan(250);
  expect(text).toContain(`… and ${1000 - rows} more`);
});
