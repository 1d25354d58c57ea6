import * as fc from "fast-check";

/** What texts with versions are made of, put together in any order. */
const pieces = [
  ...["0", "1", "2", "10", "007", "100", "2026", "4090", "20250612", "99999999999999999999"],
  ...[".", "-", "_", " ", "+", ",", "/", "|", "~", "=", "!", "*", "%", "(", "，", "。", "．"],
  ...[
    "v",
    "V",
    "x",
    "a",
    "b",
    "c",
    "r",
    "rc",
    "beta",
    "alpha",
    "dev",
    "post",
    "pre",
    "preview",
    "fix",
    "nightly",
  ],
  ...[
    "测试版",
    "内测",
    "公测",
    "第",
    "版",
    "年",
    "月",
    "日",
    "位",
    "镜像",
    "cuda",
    "py",
    "ubuntu",
    "torch",
    "H",
    "GB",
  ],
];

/** Texts of all sorts, many of them with a version. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...pieces), { maxLength: 14 })
  .map((chosen) => chosen.join(""));

const count = fc.constantFrom("0", "1", "2", "10", "100", "20260115", "99999999999999999999");
const list = fc.array(count, { minLength: 1, maxLength: 5 }).map((numbers) => numbers.join("."));
const suffix = fc.constantFrom(
  ...[
    "",
    "-1",
    "-2.5",
    "-20250612",
    "rc1",
    "-rc.1",
    "-rc.1.x",
    "a1",
    "b2.dev3",
    "-beta",
    "-alpha.0",
    ".dev0",
    ".dev3",
  ],
  ...[
    ".post0",
    ".post2",
    "rc1.post1",
    "rc1.post1.dev2",
    "测试版",
    "-177rc1",
    "-177.post1",
    "-dev",
    "-dev.1",
    "-nightly",
  ],
);

/** Texts that are a version, and texts of all sorts. */
export const versionText: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(list, suffix).map((parts) => parts.join("")),
  anyText,
);
