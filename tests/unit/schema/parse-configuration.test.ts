import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { configuration } from "../../../provider/contract/configuration.ts";
import { ConfigurationError } from "../../../provider/errors/configuration-error.ts";
import { errorFacts } from "../../../provider/messages/error-facts.ts";
import { parseConfiguration, secretKeys } from "../../../provider/schema/parse-configuration.ts";
import { shown } from "../../support/shown-problems.ts";

type Inputs = Readonly<Record<string, unknown>>;

test("the keys whose values must stay secret are the two keys of the account", () => {
  expect(secretKeys).toEqual(["publicKey", "privateKey"]);
});

test.each<[string, Inputs, Inputs]>([
  [
    "values of their own type",
    { timeoutSeconds: 60, allowInsecureEndpoint: true },
    { timeoutSeconds: 60, allowInsecureEndpoint: true },
  ],
  [
    "text, as stack configuration has it",
    { timeoutSeconds: "60", allowInsecureEndpoint: "true", region: "cn-sh2" },
    { timeoutSeconds: 60, allowInsecureEndpoint: true, region: "cn-sh2" },
  ],
  [
    "JSON text, as explicit providers send it",
    { timeoutSeconds: "60", region: '"cn-sh2"', privateKey: '"a\\nb"' },
    { timeoutSeconds: 60, region: "cn-sh2", privateKey: "a\nb" },
  ],
  [
    "numbers with spaces or exponents",
    { maxAttempts: " 4 ", cacheSeconds: "1e2" },
    { maxAttempts: 4, cacheSeconds: 100 },
  ],
  [
    "text that looks like a number, a boolean or null",
    { profile: "5", projectId: "true", publicKey: "null" },
    { profile: "5", projectId: "true", publicKey: "null" },
  ],
  [
    "whole numbers that a host has made of text",
    { profile: 4090, projectId: 0, publicKey: 9_007_199_254_740_991, privateKey: -7 },
    { profile: "4090", projectId: "0", publicKey: "9007199254740991", privateKey: "-7" },
  ],
  ["text with a quote inside", { privateKey: 'a"b', publicKey: '"' }, { privateKey: 'a"b', publicKey: '"' }],
  ["text in quotes that is no JSON", { privateKey: '"a"b"' }, { privateKey: '"a"b"' }],
  ["null, and null as JSON text", { region: null, maxAttempts: "null" }, {}],
  ["a language", { lang: '"zh"' }, { lang: "zh" }],
  ["what the engine adds", { version: "0.1.0", pluginDownloadURL: "https://x" }, {}],
  ["nothing", {}, {}],
])("%s: %j is %j", (_, inputs, value) => {
  expect(parseConfiguration(inputs)).toEqual({ value });
});

test.each<[Inputs, string, string]>([
  [{ timeoutSeconds: "" }, "timeoutSeconds", "`timeoutSeconds` must be a number"],
  [{ timeoutSeconds: "sixty" }, "timeoutSeconds", "`timeoutSeconds` must be a number"],
  [{ timeoutSeconds: "0" }, "timeoutSeconds", "`timeoutSeconds` must be at least 1"],
  [{ timeoutSeconds: 3601 }, "timeoutSeconds", "`timeoutSeconds` must be at most 3600"],
  [{ maxAttempts: "1.5" }, "maxAttempts", "`maxAttempts` must be a whole number"],
  [{ maxAttempts: "{}" }, "maxAttempts", "`maxAttempts` must be a number"],
  [
    { allowInsecureEndpoint: "yes" },
    "allowInsecureEndpoint",
    "`allowInsecureEndpoint` must be true or false",
  ],
  [{ region: "wulanchabu 1" }, "region", "`region` must look like `cn-wlcb`"],
  [{ zone: "cn-wlcb" }, "zone", "`zone` must look like `cn-wlcb-01`"],
  [{ profile: '""' }, "profile", "`profile` must not be empty; leave it out instead"],
  [{ projectId: [7] }, "projectId", "`projectId` must be text"],
  [
    { projectId: 7.5 },
    "projectId",
    "`projectId` must be text: put it in quotes, since YAML reads 3.10 as 3.1 and 13.0 as 13",
  ],
  [
    { profile: 9_007_199_254_740_992 },
    "profile",
    "`profile` must be text: put it in quotes, since YAML reads 3.10 as 3.1 and 13.0 as 13",
  ],
  [{ lang: "fr" }, "lang", '`lang` must be one of "en", "zh"'],
])("%j is refused at its key: %s %s", (inputs, property, reason) => {
  expect(shown(parseConfiguration(inputs))).toEqual({ problems: [{ property, reason }] });
});

// With a property the engine prints the rejected value beside the text.
test.each<[Inputs, string]>([
  [{ privateKey: "" }, "`privateKey` must not be empty; leave it out instead"],
  [{ publicKey: [4711] }, "`publicKey` must be text"],
  [{ privatKey: "canary" }, "unknown configuration key `privatKey`; did you mean `privateKey`?"],
  [{ private_key: "canary" }, "unknown configuration key `private_key`; did you mean `privateKey`?"],
  [{ regoin: "cn-sh2" }, "unknown configuration key `regoin`; did you mean `region`?"],
])("%j is refused without a property: %s", (inputs, reason) => {
  expect(shown(parseConfiguration(inputs))).toEqual({ problems: [{ property: "", reason }] });
});

test("in a project of the package's name an unknown key may be the project's own, and the text says how to set it", () => {
  const reason =
    "unknown configuration key `title`; known are `publicKey`, `privateKey`, `profile`, `configFile`, `projectId`, `region`, `zone`, `baseUrl`, `lang`, `timeoutSeconds`, `maxAttempts`, `cacheSeconds`, `catalogFile`, `catalogMaxAgeDays`, `allowInsecureEndpoint`. This project is itself called compshare, so its own keys are read as the provider's: set them under another name, such as `app:KEY`, or rename the project";
  expect(shown(parseConfiguration({ title: "x" }, true))).toEqual({ problems: [{ property: "", reason }] });
  expect(shown(parseConfiguration({ maxAttempts: 0 }, true))).toEqual({
    problems: [{ property: "maxAttempts", reason: "`maxAttempts` must be at least 1" }],
  });
});

test("in facts, a problem of a secret or unknown key has the name of the key, is hidden, and has no value", () => {
  const inputs = { privateKey: ["canary-4711"], privatKey: "canary-4711", region: "X" };
  const { problems = [] } = parseConfiguration(inputs);
  expect(problems).toStrictEqual([
    { property: "privateKey", hidden: true, problem: { kind: "wrongType", wanted: "string" } },
    { property: "region", problem: { kind: "badForm", example: "cn-wlcb" } },
    {
      property: "privatKey",
      hidden: true,
      problem: {
        kind: "unknownKey",
        allowed: Object.keys(configuration.shape),
        closest: "privateKey",
        ofProject: false,
      },
    },
  ]);
  const facts = JSON.stringify(errorFacts(new ConfigurationError(problems)));
  expect(facts).toContain("privatKey");
  expect(facts).not.toContain("canary-4711");
});

test("all problems are told at once", () => {
  const { problems = [] } = parseConfiguration({ maxAttempts: 0, privatKey: "x", region: "X" });
  expect(problems).toHaveLength(3);
});

const values = fc.oneof(
  fc.anything(),
  fc.string(),
  fc.json(),
  fc.constantFrom("true", "60", '"x"', "", "null"),
);
const inputs = fc.dictionary(
  fc.oneof(fc.constantFrom(...Object.keys(configuration.shape)), fc.string()),
  values,
);

test("no configuration makes parsing throw, and a value of a secret or unknown key is never shown or tied to a property", () => {
  fc.assert(
    fc.property(inputs, (given) => {
      const parsed = parseConfiguration({
        ...given,
        privateKey: ["canary-4711"],
        privatKey: "canary-4711",
      });
      expect(JSON.stringify(parsed)).not.toContain("canary-4711");
      const { problems = [] } = shown(parsed);
      expect(JSON.stringify(problems)).not.toContain("canary-4711");
      for (const { property } of problems)
        expect(["", ...Object.keys(configuration.shape)]).toContain(property);
      expect(problems.map(({ property }) => property)).not.toContain("privateKey");
    }),
    { numRuns: 500 },
  );
});

test("a text is the same whether it comes as it is or as JSON text", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (text) => {
      fc.pre(!/^".*"$/s.test(text));
      const plain = parseConfiguration({ privateKey: text });
      expect(plain).toEqual({ value: { privateKey: text } });
      expect(parseConfiguration({ privateKey: JSON.stringify(text) })).toEqual(plain);
    }),
  );
});
