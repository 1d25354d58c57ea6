import { expect, test } from "@jest/globals";
import { remembering } from "../../../../provider/lookup/versions/remember.ts";

/** A function that remembers how long texts are, none for an empty one, and the texts that it had to read. */
function counted(): { readonly lengthOf: (text: string) => number | undefined; readonly read: string[] } {
  const read: string[] = [];
  const lengthOf = remembering((text) => {
    read.push(text);
    return text === "" ? undefined : text.length;
  });
  return { lengthOf, read };
}

test("each text is read once, also one without a result", () => {
  const { lengthOf, read } = counted();
  const asked = ["2.0", "", "2.10", "2.0", "", "2.10"];
  expect(asked.map(lengthOf)).toEqual([3, undefined, 4, 3, undefined, 4]);
  expect(read).toEqual(["2.0", "", "2.10"]);
});

test.each([
  [500, 1],
  [501, 2],
])("a text of %d characters that is asked for twice is read %d times", (length, times) => {
  const { lengthOf, read } = counted();
  const text = "1".repeat(length);
  expect([lengthOf(text), lengthOf(text)]).toEqual([length, length]);
  expect(read).toHaveLength(times);
});

test("50,000 texts are remembered, and forgotten with the next one", () => {
  const { lengthOf, read } = counted();
  for (let index = 0; index < 50_000; index += 1) lengthOf(`1.${index}`);
  lengthOf("1.0");
  expect(read).toHaveLength(50_000);
  lengthOf("2.0");
  lengthOf("1.0");
  expect(read.slice(50_000)).toEqual(["2.0", "1.0"]);
});
