import { expect, test } from "@jest/globals";
import { type Category, errorCodes } from "../../../provider/errors/compshare-error.ts";
import { responseReasons } from "../../../provider/errors/response-shape-error.ts";
import { transportReasons } from "../../../provider/errors/transport-error.ts";
import { type Language, type Messages, messages, setLanguage } from "../../../provider/messages/messages.ts";
import { problemKinds } from "../../../provider/messages/problem-text.ts";
import { type Warning, warningText } from "../../../provider/messages/warnings.ts";
import { resolveSettings } from "../../../provider/settings/resolve-settings.ts";
import { retCodeMeaning } from "../../../provider/ucloud/ret-codes.ts";
import { codeWords, pages, read, table } from "../../support/docs/documents.ts";

const page = "docs/errors.md";
const chinese = "docs/errors.zh-CN.md";

/** How a category is retried. */
const retried = {
  transient: "yes",
  throttled: "longer waits",
  retryOnce: "once",
  caller: "no",
  access: "no",
  internal: "no",
  cancelled: "no",
} as const satisfies Readonly<Record<Category, string>>;

/** Reasons that are not retried by their category alone. */
const special = {
  PAGE_STUCK: "read once more",
  PAGE_INCOMPLETE: "read once more",
  BODY_NOT_JSON: "once if it is a web page, else no",
} as const;

type Retry = (typeof retried)[Category] | (typeof special)[keyof typeof special];

/** The same in the words of the Chinese page. */
const inChinese: Readonly<Record<Retry, string>> = {
  yes: "多次",
  "longer waits": "延长等待",
  once: "一次",
  no: "不重试",
  "read once more": "整个列表重读一次",
  "once if it is a web page, else no": "若是网页则一次，否则不重试",
};

function retryOn(path: string, retry: Retry): string {
  return path === chinese ? inChinese[retry] : retry;
}

function specialRetry(reason: string): Retry | undefined {
  return Object.entries(special).find(([name]) => name === reason)?.[1];
}

test.each([
  [page, "Codes"],
  [chinese, "代码"],
])("%s lists exactly the codes of the taxonomy", (path, heading) => {
  const listed = table(path, heading).map(([code]) => code);
  expect(listed).toEqual(Object.keys(errorCodes).map((code) => `\`${code}\``));
});

test("the page gives the meaning of a code in the words of the code", () => {
  for (const [code = "", meaning = ""] of table(page, "Codes")) {
    const [sentence = ""] = errorCodes[code.replaceAll("`", "") as keyof typeof errorCodes].split(/[,.]/);
    expect(meaning).toContain(sentence);
  }
});

test.each([
  [page, "Reasons of TRANSPORT_FAILED", transportReasons],
  [page, "Reasons of RESPONSE_UNEXPECTED", responseReasons],
  [chinese, "TRANSPORT_FAILED 的原因", transportReasons],
  [chinese, "RESPONSE_UNEXPECTED 的原因", responseReasons],
])("%s, %s: exactly the reasons that there are, and how each is retried", (path, heading, reasons) => {
  const listed = table(path, heading).map(([reason, , word]) => [reason, word]);
  const expected = Object.entries(reasons).map(([reason, category]) => [
    `\`${reason}\``,
    retryOn(path, specialRetry(reason) ?? retried[category]),
  ]);
  expect(listed).toEqual(expected);
});

test.each([
  [page, "RetCodes"],
  [chinese, "RetCode"],
])("%s lists every RetCode that is known once, with how it is retried", (path, heading) => {
  const listed = table(path, heading).flatMap(([codes = "", , word]) =>
    codes.split(", ").map((code) => [Number(code), word] as const),
  );
  const unknown = retCodeMeaning(1, undefined).hint;
  const known = Array.from({ length: 300_000 }, (_, code) => code).filter(
    (code) => retCodeMeaning(code, undefined).hint !== unknown,
  );
  const expected = known.map((code) => [
    code,
    retryOn(path, retried[retCodeMeaning(code, undefined).category]),
  ]);
  expect(listed.toSorted(([one], [other]) => one - other)).toEqual(expected);
});

test("unknown RetCodes are retried as the page says", () => {
  expect(retCodeMeaning(1999, undefined).category).toBe("caller");
  expect(retCodeMeaning(2000, undefined).category).toBe("retryOnce");
});

test.each([
  [page, "Problems in JSON"],
  [chinese, "JSON 中的问题"],
])("%s lists every kind of problem that the command line prints, once", (path, heading) => {
  const listed = table(path, heading).flatMap(([kinds = ""]) => codeWords(kinds));
  expect(listed.toSorted()).toEqual(problemKinds.toSorted());
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

/** A warning of each kind, whose facts are left open. */
const warnings: { readonly [Kind in Warning["kind"]]: Extract<Warning, { kind: Kind }> } = {
  tie: { kind: "tie", image: { id: "…", name: "" }, keys: ["…"], decided: "…" },
  noOrderValue: { kind: "noOrderValue", key: "…" },
  status: { kind: "status", status: "…" },
  publisher: { kind: "publisher", author: "…" },
  price: { kind: "price", price: 0.5 },
  zone: { kind: "zone", zone: "…", zones: ["…"] },
  zones: { kind: "zones", zone: "…", images: [{ id: "…", name: "" }], more: 0 },
  hidden: { kind: "hidden", images: [], more: 0 },
  groupName: { kind: "groupName", argument: "…", publishers: [] },
  unreadable: { kind: "unreadable", member: "…", argument: "…", images: [{ id: "…", name: "" }], more: 0 },
  unknownMember: { kind: "unknownMember", member: "…" },
  changedDuringRead: { kind: "changedDuringRead" },
};

function textsIn(language: Language): Messages {
  setLanguage(language);
  const texts = messages();
  setLanguage("en");
  return texts;
}

test.each<[string, string, Language]>([
  [page, "Warnings", "en"],
  [chinese, "警告", "zh"],
])("%s, %s: every warning in its own words", (path, heading, language) => {
  const open = (text: string): string =>
    text
      .replaceAll(/"" ?/g, "")
      .replaceAll("`", "")
      .replaceAll('"…"', "…")
      .replace("0.5", "…")
      .replace(/([:：]) ?$/, "$1");
  const listed = table(path, heading).map(([cell = ""]) => codeWords(cell)[0]?.replace(/([:：]) ?…$/, "$1"));
  expect(listed).toEqual(
    Object.values(warnings).map((warning) => open(warningText(warning, textsIn(language)))),
  );
});

test.each([page, chinese])("%s says how many attempts and how much time there are by default", (path) => {
  const settings = resolveSettings({}, {});
  const { maxAttempts } = settings.connection();
  const [, attempts] = /`maxAttempts` (?:times|次)[,，] ?(?:默认 )?(\d+)/.exec(read(path)) ?? [];
  const [, seconds] = /`timeoutSeconds`[^.。]*?(\d+) (?:s|秒)/.exec(read(path)) ?? [];
  expect([attempts, seconds]).toEqual([String(maxAttempts), String(settings.timeoutMs / 1000)]);
});
