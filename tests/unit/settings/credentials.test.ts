import { inspect } from "node:util";
import { expect, test } from "@jest/globals";
import { ConfigurationError } from "../../../provider/errors/configuration-error.ts";
import type { CredentialParts } from "../../../provider/settings/credential-files.ts";
import { type CredentialSettings, findCredentials } from "../../../provider/settings/credentials.ts";
import { messageOf, rejectionOf } from "../../support/thrown.ts";

const cliPath = "/home/li/.config/compshare/config.json";
const uCloudPath = "/home/li/.ucloud/credential.json";

function parts(
  environment: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
): CredentialParts {
  return { environment, home: "/home/li", readFile: (path) => Promise.resolve(files[path]) };
}

const cliFile = (publicKey: string, privateKey: string): string =>
  JSON.stringify({ profiles: { default: { public_key: publicKey, private_key: privateKey } } });
const uCloudFile = (publicKey: string, privateKey: string): string =>
  JSON.stringify([{ profile: "default", public_key: publicKey, private_key: privateKey }]);

const compshare = { COMPSHARE_PUBLIC_KEY: "public-2", COMPSHARE_PRIVATE_KEY: "private-2" };
const ucloud = { UCLOUD_PUBLIC_KEY: "public-4", UCLOUD_PRIVATE_KEY: "private-4" };
const files = {
  [cliPath]: cliFile("public-3", "private-3"),
  [uCloudPath]: uCloudFile("public-5", "private-5"),
};

const places = {
  configuration: "the provider's configuration (publicKey, privateKey)",
  compshare: "the environment (COMPSHARE_PUBLIC_KEY, COMPSHARE_PRIVATE_KEY)",
  profile: "the CompShare CLI's current profile",
  ucloud: "the environment (UCLOUD_PUBLIC_KEY, UCLOUD_PRIVATE_KEY)",
  files: "UCloud's files (~/.ucloud/config.json, ~/.ucloud/credential.json)",
};

async function found(settings: CredentialSettings, world: CredentialParts): Promise<unknown> {
  const { publicKey, privateKey, credentialsSource, notes } = await findCredentials(settings, world);
  return { keys: [publicKey, privateKey.reveal()], credentialsSource, notes };
}

async function refused(settings: CredentialSettings, world: CredentialParts): Promise<string> {
  const error = await rejectionOf(findCredentials(settings, world));
  expect(error).toBeInstanceOf(ConfigurationError);
  // Tied to a property, the engine would print the value beside the text.
  expect(error).toMatchObject({ category: "access", problems: [{ property: "" }] });
  return messageOf(error);
}

test.each<
  [string, CredentialSettings, Readonly<Record<string, string>>, Readonly<Record<string, string>>, number]
>([
  [
    "configuration",
    { publicKey: "public-1", privateKey: "private-1" },
    { ...compshare, ...ucloud },
    files,
    1,
  ],
  ["environment", {}, { ...compshare, ...ucloud }, files, 2],
  ["currentProfile", {}, ucloud, files, 3],
  ["ucloudEnvironment", {}, ucloud, { [uCloudPath]: files[uCloudPath] ?? "" }, 4],
  ["ucloudFiles", {}, {}, { [uCloudPath]: files[uCloudPath] ?? "" }, 5],
])(
  "%s comes before the places after it",
  async (credentialsSource, settings, environment, content, number) => {
    expect(await found(settings, parts(environment, content))).toEqual({
      keys: [`public-${number}`, `private-${number}`],
      credentialsSource,
      notes: [],
    });
  },
);

test("no keys anywhere is one sentence that names every place and the way out", async () => {
  expect(await refused({}, parts({}))).toBe(
    `no credentials were found. Looked in: ${Object.values(places).join("; ")}. Set both keys, for example with \`pulumi config set --secret compshare:publicKey ...\` and \`pulumi config set --secret compshare:privateKey ...\`; make them at https://console.compshare.cn/uaccount/api_manage`,
  );
  expect(await refused({}, { ...parts({}), home: undefined })).toContain("no credentials were found");
});

test.each<[CredentialSettings, Readonly<Record<string, string>>, Readonly<Record<string, string>>, string]>([
  [{ publicKey: "canary" }, compshare, files, `${places.configuration} has publicKey but no privateKey`],
  [{ privateKey: "canary" }, compshare, files, `${places.configuration} has privateKey but no publicKey`],
  [
    {},
    { COMPSHARE_PUBLIC_KEY: "canary" },
    files,
    `${places.compshare} has COMPSHARE_PUBLIC_KEY but no COMPSHARE_PRIVATE_KEY`,
  ],
  [
    {},
    { COMPSHARE_PRIVATE_KEY: "canary", COMPSHARE_PUBLIC_KEY: "" },
    files,
    `${places.compshare} has COMPSHARE_PRIVATE_KEY but no COMPSHARE_PUBLIC_KEY`,
  ],
  [{}, ucloud, { [cliPath]: cliFile("canary", "") }, `${places.profile} has public_key but no private_key`],
  [
    {},
    { UCLOUD_PRIVATE_KEY: "canary" },
    {},
    `${places.ucloud} has UCLOUD_PRIVATE_KEY but no UCLOUD_PUBLIC_KEY`,
  ],
  [{}, {}, { [uCloudPath]: uCloudFile("", "canary") }, `${places.files} has private_key but no public_key`],
])(
  "half a pair is never completed from another place: %j %j",
  async (settings, environment, content, text) => {
    const message = await refused(settings, parts(environment, content));
    expect(message).toBe(`${text}; keys are taken as a pair from one source`);
  },
);

test("empty variables are as good as none", async () => {
  const empty = Object.fromEntries(
    ["PUBLIC_KEY", "PRIVATE_KEY", "PROFILE", "CONFIG_FILE"].map((name) => [`COMPSHARE_${name}`, ""]),
  );
  expect(await found({}, parts({ ...empty, ...ucloud }))).toMatchObject({ keys: ["public-4", "private-4"] });
});

test("keys beside a profile in the configuration are a contradiction", async () => {
  expect(await refused({ publicKey: "canary", privateKey: "canary", profile: "work" }, parts({}))).toBe(
    "the provider's configuration names keys and a profile; give either publicKey and privateKey, or profile and configFile",
  );
});

test("a profile in the configuration is the only place that is looked in, one in the environment is not", async () => {
  const content = JSON.stringify({
    profiles: { work: { public_key: "public-w", private_key: "private-w" } },
  });
  const world = { [cliPath]: content };
  expect(await found({ profile: "work" }, parts(compshare, world))).toMatchObject({
    keys: ["public-w", "private-w"],
    credentialsSource: "profile",
  });
  expect(await found({}, parts({ COMPSHARE_PROFILE: "work" }, world))).toMatchObject({
    keys: ["public-w", "private-w"],
  });
  expect(await found({}, parts({ ...compshare, COMPSHARE_PROFILE: "work" }, world))).toMatchObject({
    credentialsSource: "environment",
  });
});

test.each([
  ["a newline at the end", "key-1\n"],
  ["spaces around it", "  key-1 "],
  ["a BOM in front", "\ufeffkey-1"],
  ["a space that does not break", "key-1\u00a0"],
  ["double quotes", '"key-1"'],
  ["single quotes and a newline", "'key-1'\r\n"],
])("%s is left out of a key, with a note that does not show it", async (_, privateKey) => {
  expect(await found({ publicKey: "public-1", privateKey }, parts({}))).toEqual({
    keys: ["public-1", "key-1"],
    credentialsSource: "configuration",
    notes: [
      `privateKey from ${places.configuration} had white space or quotes around it, which were left out`,
    ],
  });
});

test.each([
  ["a newline", "canary\nkey"],
  ["a space", "canary key"],
  ["Chinese", "canary密钥"],
  ["an invisible character", "canary\u200b"],
  ["nothing but white space", "  "],
  ["a control character", "canary\u0000"],
])("a key with %s inside is refused without being shown", async (_, publicKey) => {
  const message = await refused({ publicKey, privateKey: "canary" }, parts({}));
  expect(message).toBe(
    `publicKey from ${places.configuration} is empty or holds characters that no key has; copy it again`,
  );
});

test("what was found shows no private key", async () => {
  const credentials = await findCredentials({ publicKey: "public-1", privateKey: "canary" }, parts({}));
  expect(inspect(credentials, { depth: null, showHidden: true })).not.toContain("canary");
  expect(JSON.stringify(credentials)).not.toContain("canary");
  expect(String(credentials.privateKey)).toBe("[secret]");
  expect(credentials.privateKey.reveal()).toBe("canary");
});
