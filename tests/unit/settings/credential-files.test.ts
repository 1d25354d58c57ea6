import { inspect } from "node:util";
import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { ConfigurationError } from "../../../provider/errors/configuration-error.ts";
import {
  type CredentialParts,
  readCompShareProfile,
  readUCloudFiles,
} from "../../../provider/settings/credential-files.ts";
import { problemsOf } from "../../support/shown-problems.ts";
import { rejectionOf } from "../../support/thrown.ts";

const cliPath = "/home/li/.config/compshare/config.json";
const keys = (name: string): object => ({ public_key: `public-${name}`, private_key: `private-${name}` });
const pair = (name: string): object => ({ publicKey: `public-${name}`, privateKey: `private-${name}` });

function world(
  files: Readonly<Record<string, unknown>>,
  more: Partial<CredentialParts> = {},
): CredentialParts {
  const text = (content: unknown): string | undefined =>
    typeof content === "string" || content === undefined ? content : JSON.stringify(content);
  return {
    environment: {},
    home: "/home/li",
    readFile: (path) => Promise.resolve(text(files[path])),
    ...more,
  };
}

const profiles = { default: keys("default"), work: keys("work") };

test("the CLI's current profile is taken, else the one called default", async () => {
  const current = world({ [cliPath]: { current_profile: "work", profiles, language: "zh" } });
  expect(await readCompShareProfile(current, undefined, undefined)).toEqual(pair("work"));
  for (const current_profile of [null, undefined]) {
    const none = world({ [cliPath]: { current_profile, profiles } });
    expect(await readCompShareProfile(none, undefined, undefined)).toEqual(pair("default"));
  }
});

test("a profile asked for by name wins over the current one", async () => {
  const parts = world({ [cliPath]: { current_profile: "work", profiles } });
  expect(await readCompShareProfile(parts, "default", undefined)).toEqual(pair("default"));
});

test("the file is looked for in XDG_CONFIG_HOME, then in ~/.config, unless it was named", async () => {
  const parts = world(
    { "/xdg/compshare/config.json": { profiles: { default: keys("xdg") } }, "/mine.json": { profiles } },
    { environment: { XDG_CONFIG_HOME: "/xdg" } },
  );
  expect(await readCompShareProfile(parts, undefined, undefined)).toEqual(pair("xdg"));
  expect(await readCompShareProfile(parts, undefined, "/mine.json")).toEqual(pair("default"));
  expect(await readCompShareProfile(world({}, { home: undefined }), undefined, undefined)).toBeUndefined();
});

test("a byte order mark in front of the JSON does not matter", async () => {
  const parts = world({ [cliPath]: `\ufeff${JSON.stringify({ profiles })}` });
  expect(await readCompShareProfile(parts, undefined, undefined)).toEqual(pair("default"));
});

test("no file and nothing asked for by name is nothing found", async () => {
  expect(await readCompShareProfile(world({}), undefined, undefined)).toBeUndefined();
  expect(await readUCloudFiles(world({}))).toBeUndefined();
  expect(await readUCloudFiles(world({}, { home: undefined }))).toBeUndefined();
});

test.each([
  ["work", undefined, {}, "the CompShare CLI's configuration file does not exist"],
  [
    undefined,
    "/mine.json",
    {},
    'the CompShare CLI\'s configuration file "/mine.json" does not exist; check `configFile` and COMPSHARE_CONFIG_FILE',
  ],
  [
    "wrok",
    undefined,
    { [cliPath]: { profiles } },
    'profile "wrok" is not in the CompShare CLI\'s configuration file; it has "default", "work"',
  ],
  [
    "work",
    undefined,
    { [cliPath]: {} },
    'profile "work" is not in the CompShare CLI\'s configuration file; it has none',
  ],
  [
    "constructor",
    undefined,
    { [cliPath]: {} },
    'profile "constructor" is not in the CompShare CLI\'s configuration file; it has none',
  ],
])("profile %p of file %p that is not there: %j", async (profile, file, files, text) => {
  const error = await rejectionOf(readCompShareProfile(world(files), profile, file));
  expect(error).toBeInstanceOf(ConfigurationError);
  expect(problemsOf(error)).toEqual([{ property: "", reason: text }]);
});

const uCloud = (config: unknown, credential: unknown): CredentialParts =>
  world({ "/home/li/.ucloud/config.json": config, "/home/li/.ucloud/credential.json": credential });
const two = [
  { profile: "default", ...keys("default") },
  { profile: "work", ...keys("work"), cookie: "", csrf_token: "" },
];

test.each([
  ["the active profile", [{ profile: "default" }, { profile: "work", active: true }], two, pair("work")],
  [
    "the profile called default when none is active",
    [{ profile: "work", active: false }],
    two,
    pair("default"),
  ],
  ["the profile called default without config.json", undefined, two, pair("default")],
  [
    "the only profile, whatever it is called",
    undefined,
    [{ profile: "mine", ...keys("mine") }],
    pair("mine"),
  ],
  ["nothing when the active profile has no keys", [{ profile: "other", active: true }], two, undefined],
  ["nothing when there is no profile", undefined, [], undefined],
])("UCloud's files give %s", async (_, config, credential, found) => {
  expect(await readUCloudFiles(uCloud(config, credential))).toEqual(found);
});

test.each([
  ["JSON that ends early", '{"profiles":{"default":{"private_key":"canary'],
  ["JSON with a slip", '{"private_key": canary}'],
  ["no JSON at all", "private_key=canary"],
  ["nothing", ""],
  ["keys that are lists", '{"profiles":{"default":{"private_key":["canary"]}}}'],
  ["a list where an object belongs", '["canary"]'],
  ["an object where a list belongs", '{"profiles":"canary"}'],
])("a file that holds %s is refused by its name, never quoted", async (_, content) => {
  const calls: readonly [string, Promise<unknown>][] = [
    [cliPath, readCompShareProfile(world({ [cliPath]: content }), undefined, undefined)],
    ["/home/li/.ucloud/credential.json", readUCloudFiles(uCloud(undefined, content))],
    ["/home/li/.ucloud/config.json", readUCloudFiles(uCloud(content, two))],
  ];
  for (const [path, call] of calls) {
    const error = await rejectionOf(call);
    const reason = `the credentials file "${path}" cannot be read as the JSON that its tool writes`;
    expect(error).toMatchObject({ code: "CONFIGURATION_INVALID" });
    expect(problemsOf(error)).toEqual([{ property: "", reason }]);
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain("canary");
  }
});

test("whatever a file holds, reading it gives keys, nothing, or a ConfigurationError", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async (content) => {
      for (const call of [
        readCompShareProfile(world({ [cliPath]: content }), undefined, undefined),
        readUCloudFiles(uCloud(content, content)),
      ]) {
        const outcome = await call.catch((error: unknown) => error);
        expect(outcome === undefined || outcome instanceof ConfigurationError || isPair(outcome)).toBe(true);
      }
    }),
  );
});

function isPair(value: unknown): boolean {
  return typeof value === "object" && value !== null && "publicKey" in value && "privateKey" in value;
}
