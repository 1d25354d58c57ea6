import { expect, test } from "@jest/globals";
import { makeImage } from "../../support/listings/make-image.ts";
import { noMatchError } from "../../support/lookup/no-match-error.ts";

test("a name that is like nothing gets no way to all names where the other filters leave none of them", () => {
  expect(noMatchError({ nameContains: "zzzzzzzz", author: "nobody", maxSizeMb: 1 })).toContain(
    "\nNo name is close to it.",
  );
});

test("of the tags that are close, those that match are named alone", () => {
  const images = [
    makeImage({ id: "a", tags: ["qwen2"] }),
    // As many that a line for each of them would be too long.
    ...["b", "c", "d", "e"].map((id) => makeImage({ id, tags: ["qwen1"], imageType: "System" })),
  ];
  expect(noMatchError({ tags: ["qwen3"], imageType: "System" }, images)).toContain(
    'No image has the tag "qwen3"; closest: "qwen1".',
  );
});
