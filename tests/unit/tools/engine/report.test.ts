import { expect, test } from "@jest/globals";
import { createReport, formatSeconds } from "../../../../tools/engine/report.ts";

test("away from a terminal a status is printed at once and then every ten seconds at most", () => {
  const written: string[] = [];
  let now = 0;
  const report = createReport({ write: (text) => written.push(text) }, () => now);

  for (; now <= 20_000; now += 1_000) {
    report.status(`at ${now / 1000} s`);
  }

  expect(written).toEqual(["at 0 s\n", "at 9 s\n", "at 18 s\n"]);
});

test("away from a terminal the first status after a line is not held back", () => {
  const written: string[] = [];
  const report = createReport({ write: (text) => written.push(text) }, () => 0);

  report.status("one");
  report.line("one is done");
  report.status("two");

  expect(written).toEqual(["one\n", "one is done\n", "two\n"]);
});

test("on a terminal a status is redrawn in place, cut to the width, and gives way to a line", () => {
  const written: string[] = [];
  const report = createReport({ isTTY: true, columns: 10, write: (text) => written.push(text) });

  report.status("building the engine");
  report.line("done");
  report.line("next");

  expect(written).toEqual(["\r\x1b[2Kbuilding ", "\r\x1b[2Kdone\n", "next\n"]);
});

test.each([
  [0.4, "0 s"],
  [59.4, "59 s"],
  [59.6, "1 min 0 s"],
  [167, "2 min 47 s"],
])("%d seconds read as %s", (seconds, text) => {
  expect(formatSeconds(seconds)).toBe(text);
});
