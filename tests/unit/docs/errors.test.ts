import { expect, test } from "@jest/globals";
import { type Category, errorCodes } from "../../../provider/errors/compshare-error.ts";
import { responseReasons } from "../../../provider/errors/response-shape-error.ts";
import { transportReasons } from "../../../provider/errors/transport-error.ts";
import { retCodeMeaning } from "../../../provider/ucloud/ret-codes.ts";
import { pages, read, table } from "../../support/docs/documents.ts";

const page = "docs/errors.md";

/** What the page calls the way in which a category is tried again. */
const retried: Readonly<Record<Category, string>> = {
  transient: "yes",
  throttled: "longer waits",
  retryOnce: "once",
  caller: "no",
  access: "no",
  internal: "no",
  cancelled: "no",
};

test("the page lists exactly the codes of the taxonomy", () => {
  const listed = table(page, "Codes").map(([code]) => code);
  expect(listed).toEqual(Object.keys(errorCodes).map((code) => `\`${code}\``));
});

test("the page gives the meaning of a code in the words of the code", () => {
  for (const [code = "", meaning = ""] of table(page, "Codes")) {
    const [sentence = ""] = errorCodes[code.replaceAll("`", "") as keyof typeof errorCodes].split(/[,.]/);
    expect(meaning).toContain(sentence);
  }
});

/** Reasons that are not tried again by their category alone. */
const special: Readonly<Record<string, string>> = {
  PAGE_STUCK: "read once more",
  PAGE_INCOMPLETE: "read once more",
  BODY_NOT_JSON: "once if it is a web page, else no",
};

test.each([
  ["Reasons of TRANSPORT_FAILED", transportReasons],
  ["Reasons of RESPONSE_UNEXPECTED", responseReasons],
])("under %s stand exactly the reasons that there are, and how each is tried again", (heading, reasons) => {
  const listed = table(page, heading).map(([reason, , word]) => [reason, word]);
  const expected = Object.entries(reasons).map(([reason, category]) => [
    `\`${reason}\``,
    special[reason] ?? retried[category],
  ]);
  expect(listed).toEqual(expected);
});

test("every RetCode that is known is listed once, with how it is tried again", () => {
  const listed = table(page, "RetCodes").flatMap(([codes = "", , word]) =>
    codes.split(", ").map((code) => [Number(code), word] as const),
  );
  const unknown = retCodeMeaning(1, undefined).hint;
  const known = Array.from({ length: 300_000 }, (_, code) => code).filter(
    (code) => retCodeMeaning(code, undefined).hint !== unknown,
  );
  const expected = known.map((code) => [code, retried[retCodeMeaning(code, undefined).category]]);
  expect(listed.toSorted(([one], [other]) => one - other)).toEqual(expected);
});

test("unknown RetCodes are repeated as the page says", () => {
  expect(retCodeMeaning(1999, undefined).category).toBe("caller");
  expect(retCodeMeaning(2000, undefined).category).toBe("retryOnce");
});

test.each(pages)("%s names no code and no reason that does not exist", (path) => {
  const kinds =
    "CONFIGURATION|ARGUMENT|IMAGE|API|TRANSPORT|RESPONSE|NET|TLS|PROXY|HTTP|TIMEOUT|BODY|PAGE|LISTING";
  const named = [...read(path).matchAll(new RegExp(`(?<!\\w)(?:${kinds})_[A-Z_]+\\b`, "g"))].map(
    ([name]) => name,
  );
  const known = [errorCodes, transportReasons, responseReasons].flatMap((list) => Object.keys(list));
  expect(named.filter((name) => name !== "HTTP_PROXY" && !known.includes(name))).toEqual([]);
});
