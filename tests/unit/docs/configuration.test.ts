import { expect, test } from "@jest/globals";
import { configuration } from "../../../provider/contract/configuration.ts";
import { fieldFacts } from "../../../provider/contract/field.ts";
import { parseConfiguration } from "../../../provider/schema/parse-configuration.ts";
import { resolveSettings } from "../../../provider/settings/resolve-settings.ts";
import { codeWords, table } from "../../support/docs/documents.ts";

const pages = [
  ["docs/configuration.md", "Every key"],
  ["docs/configuration.zh-CN.md", "全部配置项"],
] as const;

interface Row {
  readonly key: string;
  readonly example: string;
  readonly defaults: readonly string[];
  readonly environment: readonly string[];
  readonly meaning: string;
}

function rows(page: string, heading: string): Row[] {
  return table(page, heading).map(
    ([key = "", example = "", defaults = "", environment = "", meaning = ""]) => ({
      key: codeWords(key).join(),
      example: codeWords(example).join(),
      defaults: codeWords(defaults),
      environment: codeWords(environment),
      meaning,
    }),
  );
}

test.each(pages)("%s has a row for every key, and for no other", (page, heading) => {
  expect(rows(page, heading).map(({ key }) => key)).toEqual(Object.keys(configuration.shape));
});

test.each(pages)("%s names the environment variables that stand in for each key", (page, heading) => {
  const expected = Object.values(configuration.shape).map(
    (schema) => fieldFacts.get(schema)?.environment ?? [],
  );
  expect(rows(page, heading).map(({ environment }) => environment)).toEqual(expected);
});

test.each(pages)("every example in %s is accepted", (page, heading) => {
  for (const { key, example } of rows(page, heading)) {
    expect([key, parseConfiguration({ [key]: example }).problems]).toEqual([key, undefined]);
  }
});

test.each(pages)("the bounds in %s are those that are enforced", (page, heading) => {
  const bounded = rows(page, heading).flatMap(({ key, meaning }) => {
    const [, least, most] = /(\d+) (?:to|到) (\d+)/.exec(meaning) ?? [];
    return least === undefined || most === undefined
      ? []
      : [{ key, least: Number(least), most: Number(most) }];
  });
  expect(bounded.map(({ key }) => key)).toEqual([
    "timeoutSeconds",
    "maxAttempts",
    "cacheSeconds",
    "catalogMaxAgeDays",
  ]);
  for (const { key, least, most } of bounded) {
    const accepted = [least - 1, least, most, most + 1].map(
      (value) => parseConfiguration({ [key]: value }).problems === undefined,
    );
    expect([key, accepted]).toEqual([key, [false, true, true, false]]);
  }
});

test.each(pages)("the defaults in %s are those that apply", (page, heading) => {
  const settings = resolveSettings({}, {});
  const { endpoint, maxAttempts } = settings.connection();
  const said = Object.fromEntries(rows(page, heading).map(({ key, defaults }) => [key, defaults]));
  expect(said["timeoutSeconds"]).toEqual([String(settings.timeoutMs / 1000)]);
  expect(said["cacheSeconds"]).toEqual([String(settings.cacheMs / 1000)]);
  expect(said["maxAttempts"]).toEqual([String(maxAttempts)]);
  expect(said["baseUrl"]).toEqual([endpoint.origin]);
  expect(said["region"]).toEqual(["zone", "cn-wlcb"]);
});
