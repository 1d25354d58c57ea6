import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { programLanguages } from "../../../../../cli/browse/image-program.ts";
import { facetNames, nothingChosen } from "../../../../../cli/browse/page/facets.ts";
import { orders, readState, type ViewState, writeState } from "../../../../../cli/browse/page/view-state.ts";
import { words } from "../../../../../cli/browse/page/words.ts";

const texts = fc.uniqueArray(fc.string({ minLength: 1, unit: "grapheme" }), { maxLength: 3 });

const states: fc.Arbitrary<ViewState> = fc.record({
  search: fc.string({ unit: "grapheme" }),
  chosen: fc.record(Object.fromEntries(facetNames.map((name) => [name, texts]))).map((some) => ({
    ...nothingChosen,
    ...some,
  })),
  order: fc.constantFrom(...orders),
  image: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
  compared: texts,
  comparing: fc.boolean(),
  program: fc.constantFrom(...programLanguages),
  form: fc.constantFrom("id", "query"),
  theme: fc.constantFrom("light", "dark", undefined),
  language: fc.constantFrom("en", "zh", undefined),
});

test("an address means the state that it was written from", () => {
  fc.assert(
    fc.property(states, (state) => {
      expect(readState(`#${writeState(state)}`)).toEqual(state);
    }),
  );
});

test("the usual state needs no address, and an address that nobody wrote is the usual state", () => {
  expect(writeState(readState(""))).toBe("");
  expect(writeState(readState("#order=toString&theme=x&lang=fr&program=perl&form=&view=all"))).toBe("");
});

test("both languages say the same things", () => {
  const keys = (language: "en" | "zh", name: "facet" | "orders" | "fields"): string[] =>
    Object.keys(words[language][name]).toSorted();
  for (const name of ["facet", "orders", "fields"] as const)
    expect(keys("zh", name)).toEqual(keys("en", name));
  for (const name of facetNames) expect(words.zh.facet[name]).toBeDefined();
});
