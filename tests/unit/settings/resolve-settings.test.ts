import { inspect } from "node:util";
import { expect, test } from "@jest/globals";
import type { Configuration } from "../../../provider/contract/configuration.ts";
import type { Environment } from "../../../provider/contract/variables.ts";
import { resolveSettings } from "../../../provider/settings/resolve-settings.ts";
import { messageOf, thrownBy } from "../../support/thrown.ts";

test("what nobody sets has its default", () => {
  const settings = resolveSettings({}, {});
  expect(settings).toMatchObject({
    scope: { region: undefined, zone: undefined, projectId: undefined },
    timeoutMs: 60_000,
    cacheMs: 300_000,
  });
  expect(settings.connection()).toEqual({
    endpoint: { origin: "https://api.compshare.cn", loopback: false },
    maxAttempts: 5,
    warnings: [],
  });
});

test.each<[string, Configuration, Environment, Readonly<Record<string, string | undefined>>]>([
  [
    "the environment fills gaps",
    {},
    { COMPSHARE_REGION: "cn-sh2", COMPSHARE_PROJECT_ID: "org-a" },
    { region: "cn-sh2", projectId: "org-a" },
  ],
  [
    "the configuration comes first",
    { region: "cn-bj2" },
    { COMPSHARE_REGION: "cn-sh2" },
    { region: "cn-bj2" },
  ],
  ["an empty variable is none", {}, { COMPSHARE_REGION: "" }, { region: undefined }],
  [
    "a configured zone beats the environment's region",
    { zone: "cn-sh2-02" },
    { COMPSHARE_REGION: "cn-bj2" },
    { region: undefined, zone: "cn-sh2-02" },
  ],
  ["UCloud's own variables say nothing about places", {}, { UCLOUD_REGION: "cn-bj2" }, { region: undefined }],
])("%s", (_, given, environment, scope) => {
  expect(resolveSettings(given, environment).scope).toMatchObject(scope);
});

test.each([
  [
    { COMPSHARE_REGION: "Shanghai" },
    "COMPSHARE_REGION in the environment does not have the form that `region` must have",
  ],
  [
    { COMPSHARE_ZONE: "cn-sh2" },
    "COMPSHARE_ZONE in the environment does not have the form that `zone` must have",
  ],
])("%j is refused by the name of the variable", (environment, message) => {
  expect(messageOf(thrownBy(() => resolveSettings({}, environment)))).toBe(message);
});

test("a gateway of the environment is refused when it is used, by the name of the variable", () => {
  const settings = resolveSettings({}, { COMPSHARE_BASE_URL: "http://user:secret@gateway.example" });
  const error = thrownBy(settings.connection);
  expect(messageOf(error)).toBe("COMPSHARE_BASE_URL must not hold a user name or password");
  expect(inspect(error, { depth: null, showHidden: true })).not.toContain("secret");
});

test("plain http off loopback is a warning every time", () => {
  const given = { baseUrl: "http://gateway.example", allowInsecureEndpoint: true };
  expect(resolveSettings(given, {}).connection().warnings).toEqual([
    "requests to CompShare go over plain http; whoever sees them can replay them until the keys are changed",
  ]);
  expect(resolveSettings({ ...given, baseUrl: "http://127.0.0.1:1" }, {}).connection().warnings).toEqual([]);
});

test("numbers of the configuration are taken over", () => {
  const settings = resolveSettings({ timeoutSeconds: 5, cacheSeconds: 0, maxAttempts: 1 }, {});
  expect(settings).toMatchObject({ timeoutMs: 5000, cacheMs: 0 });
  expect(settings.connection().maxAttempts).toBe(1);
});
