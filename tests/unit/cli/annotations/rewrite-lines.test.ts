import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { readAnnotations } from "../../../../cli/annotations/read-annotations.ts";
import { rewriteLines } from "../../../../cli/annotations/rewrite-lines.ts";
import { shownText } from "../../../../cli/annotations/shown-text.ts";
import { makeImage } from "../../../support/listings/make-image.ts";

const rewritten = (path: string, text: string, id: string, shown: string): string =>
  rewriteLines(
    text,
    readAnnotations(path, text).annotations.map((annotation) => ({ annotation, id, shown })),
  );

test.each([
  [
    "Pulumi.yaml",
    "# compshare: name=a\n  imageId: compshareImage-1a # 1.0 a\nrest: 1\n",
    "# compshare: name=a\n  imageId: compshareImage-2b # 2.0 b\nrest: 1\n",
  ],
  [
    "Pulumi.yaml",
    "# compshare: name=a\nid: 'compshareImage-1a'",
    "# compshare: name=a\nid: 'compshareImage-2b' # 2.0 b",
  ],
  [
    "Pulumi.yaml",
    "# compshare: name=a\r\nid: compshareImage-1a\t#\t1.0 a  \r\n",
    "# compshare: name=a\r\nid: compshareImage-2b\t#\t2.0 b  \r\n",
  ],
  [
    "Pulumi.yaml",
    "# compshare: name=a\nid: compshareImage-1a  #\n",
    "# compshare: name=a\nid: compshareImage-2b  # 2.0 b\n",
  ],
  [
    "main.go",
    '// compshare: name=a\n\tS("compshareImage-1a"),\t// old\n',
    '// compshare: name=a\n\tS("compshareImage-2b"),\t// 2.0 b\n',
  ],
  [
    "main.go",
    '// compshare: name=a\n\tS("compshareImage-1a", "http://a"),\r\n',
    '// compshare: name=a\n\tS("compshareImage-2b", "http://a"), // 2.0 b\r\n',
  ],
])("in %s only the ID and the text behind it change: %j", (path, text, wanted) => {
  expect(rewritten(path, text, "compshareImage-2b", "2.0 b")).toBe(wanted);
});

const blank = fc.constantFrom("", " ", "\t", "  ");
const end = fc.constantFrom("\n", "\r\n");
const free = fc
  .string({ unit: "grapheme", maxLength: 30 })
  .map((text) => text.replace(/[\r\n]/g, "").replaceAll("compshare", ""));
const language = fc.constantFrom(
  { path: "a.yaml", mark: "#", before: "  imageId: ", quote: "", after: "" },
  { path: "a.yaml", mark: "#", before: "- ", quote: '"', after: "" },
  { path: "a.ts", mark: "//", before: "f({ id: ", quote: "'", after: ' , url: "https://a//b" });' },
  { path: "a.py", mark: "#", before: "x = f(", quote: '"', after: ", b='#')" },
  { path: "a.go", mark: "//", before: "\tpulumi.String(", quote: '"', after: "), // " },
  { path: "a.cs", mark: "//", before: "ImageId = ", quote: '"', after: "," },
);

test("whatever stands around them, only the ID and the text behind it differ, and a second rewrite changes nothing", () => {
  fc.assert(
    fc.property(
      language,
      fc.array(free),
      fc.array(free),
      blank,
      end,
      fc.constantFrom("", "\ufeff"),
      fc.constantFrom("", "1.0 old", "名称 #1"),
      fc.boolean(),
      ({ path, mark, before, quote, after }, above, below, gap, eol, bom, old, closed) => {
        const tail = after.endsWith("// ") ? old : old === "" ? "" : ` ${mark} ${old}`;
        const head = `${bom}${above.map((line) => `x${line}${eol}`).join("")}${gap}${mark}${gap}compshare: name=a${gap}${eol}${before}${quote}`;
        const rest = `${closed ? eol : ""}${below.map((line) => `${eol}${line}`).join("")}`;
        const source = `${head}compshareImage-1old${quote}${after}${tail}${rest}`;
        const once = rewritten(path, source, "compshareImage-2new", "2.0 new");
        const shown = after.endsWith("// ") ? "2.0 new" : ` ${mark} 2.0 new`;
        expect(once).toBe(`${head}compshareImage-2new${quote}${after}${shown}${rest}`);
        expect(rewritten(path, once, "compshareImage-2new", "2.0 new")).toBe(once);
      },
    ),
  );
});

test.each([
  ["VERSION NAME, if the query asks for a version", { version: ">=0.10" }, "0.12.0 vLLM v0.12.0"],
  ["DATE NAME else", {}, "2026.01.06 vLLM v0.12.0"],
])("the text behind an ID is %s", (_, query, text) => {
  const image = makeImage({ id: "a", name: "vLLM v0.12.0", publishedAt: "2026-01-06T07:59:22Z" });
  expect(shownText(image, { statuses: ["Available"], ...query })).toBe(text);
});

test("a name with line breaks and controls stays one line", () => {
  const image = makeImage({ id: "a", name: " a\n# b\u202e\r\nc ", createdAt: "2026-01-06T07:59:22Z" });
  expect(shownText(image, { statuses: ["Available"] })).toBe("2026.01.06 a\\u{a}# b\\u{202e}\\u{d}\\u{a}c");
});
