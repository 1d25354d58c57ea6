import { chmod, chown, mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { status } from "@grpc/grpc-js";
import { expect, test } from "@jest/globals";
import { type Environment, type PluginOptions, startPlugin } from "../support/plugin/plugin.ts";
import {
  configure,
  type InvokeResult,
  invoke,
  type Members,
  statusOf,
} from "../support/plugin/plugin-calls.ts";
import { asUnknownUser, unknownUser } from "../support/plugin/unknown-user.ts";
import { useHomeAndSimulator } from "../support/plugin/use-plugins.ts";

const world = useHomeAndSimulator();

const cliFile = ".config/compshare/config.json";
const uCloudConfig = ".ucloud/config.json";
const uCloudKeys = ".ucloud/credential.json";

/** Keys that the simulator takes, as the CompShare CLI writes them. */
function cliText(): string {
  const keys = { public_key: world.simulator.publicKey, private_key: world.simulator.privateKey };
  return JSON.stringify({ current_profile: "work", profiles: { work: keys } });
}

/** The same, as UCloud's own command line writes them. */
function uCloudText(): string {
  return JSON.stringify([
    { profile: "work", public_key: world.simulator.publicKey, private_key: world.simulator.privateKey },
  ]);
}

/** Writes a file below the home folder. */
async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(world.home, path)), { recursive: true });
  await writeFile(join(world.home, path), text);
}

/** Keys that work, in the sources that come after the CompShare CLI's file. */
async function laterKeys(): Promise<Environment> {
  await put(uCloudKeys, uCloudText());
  return { UCLOUD_PUBLIC_KEY: world.simulator.publicKey, UCLOUD_PRIVATE_KEY: world.simulator.privateKey };
}

/** Looks an image up with a plugin of its own. */
async function lookUp(
  inputs: Members,
  environment: Environment = {},
  options: PluginOptions = {},
): Promise<InvokeResult> {
  const plugin = await startPlugin({ ...options, environment: { HOME: world.home, ...environment } });
  await configure(plugin, { baseUrl: world.simulator.endpoint, ...inputs });
  return invoke(plugin, "getCompShareImage", { name: "cuda128_torch291_py312" });
}

/** The text with which a lookup is refused before anything is sent. */
async function refusal(...asked: Parameters<typeof lookUp>): Promise<string> {
  const error = await statusOf(lookUp(...asked));
  expect(error.code).toBe(status.FAILED_PRECONDITION);
  expect(world.simulator.requests).toHaveLength(0);
  return error.details;
}

const found = { outputs: expect.objectContaining({ id: "compshareImage-1minbz219ceq" }), failures: [] };

const unreadable = (path: string, code: string): string =>
  `CONFIGURATION_INVALID: the credentials file "${path}" is there but cannot be read (${code}); make it readable for this user, or remove it`;

test.each<[string, Members, (text: string) => Environment]>([
  ["configFile", { configFile: "~/keys/compshare.json" }, () => ({})],
  ["COMPSHARE_CONFIG_FILE", {}, () => ({ COMPSHARE_CONFIG_FILE: "~/keys/compshare.json" })],
])("%s that begins with ~ is a file of the home folder", async (_, inputs, environment) => {
  await put("keys/compshare.json", cliText());
  expect(await lookUp(inputs, environment(world.home))).toEqual(found);
});

test("XDG_CONFIG_HOME that begins with ~ is a folder of the home folder", async () => {
  await put("xdg/compshare/config.json", cliText());
  expect(await lookUp({}, { XDG_CONFIG_HOME: "~/xdg" })).toEqual(found);
});

test.each(["~other/compshare.json", "./~/compshare.json", "~compshare.json"])(
  "%s is not in the home folder, and a file that is named has to exist",
  async (configFile) => {
    await put("compshare.json", cliText());
    expect(await refusal({ configFile }, await laterKeys())).toBe(
      `CONFIGURATION_INVALID: the CompShare CLI's configuration file "${configFile}" does not exist; check \`configFile\` and COMPSHARE_CONFIG_FILE`,
    );
  },
);

/** What may stand where a file is looked for. The code is the system's. */
const standIns: readonly (readonly [string, (path: string) => Promise<unknown>, string])[] = [
  ["a folder", (path) => mkdir(path, { recursive: true }), "EISDIR"],
  ["a link to itself", (path) => symlink(path, path), "ELOOP"],
];

test.each(
  [cliFile, uCloudConfig, uCloudKeys].flatMap((path) =>
    standIns.map(([what, make, code]) => [what, path, make, code] as const),
  ),
)("%s in place of ~/%s is an error, and no keys of the next source are sent", async (_, path, make, code) => {
  const later = path === cliFile ? await laterKeys() : {};
  if (path === uCloudConfig) await put(uCloudKeys, uCloudText());
  await mkdir(dirname(join(world.home, path)), { recursive: true });
  await make(join(world.home, path));
  expect(await refusal({}, later)).toBe(unreadable(join(world.home, path), code));
});

test.each<[string, Members, Environment]>([
  ["configFile", { configFile: "~/folder" }, {}],
  ["COMPSHARE_CONFIG_FILE", {}, { COMPSHARE_CONFIG_FILE: "~/folder" }],
])(
  "a folder that %s names is an error, and no keys of the next source are sent",
  async (_, inputs, named) => {
    await mkdir(join(world.home, "folder"));
    expect(await refusal(inputs, { ...(await laterKeys()), ...named })).toBe(
      unreadable(join(world.home, "folder"), "EISDIR"),
    );
  },
);

test("a name that is too long for the system is an error and no missing file", async () => {
  const configFile = `/${"a".repeat(300)}`;
  expect(await refusal({ configFile }, await laterKeys())).toContain("cannot be read (ENAMETOOLONG)");
});

test.each([cliFile, uCloudConfig, uCloudKeys])(
  "~/%s that this user may not read is an error, and no keys of the next source are sent",
  async (path) => {
    const later = path === cliFile ? await laterKeys() : {};
    if (path === uCloudConfig) await put(uCloudKeys, uCloudText());
    await put(path, path === cliFile ? cliText() : uCloudText());
    await chmod(join(world.home, path), 0o000);
    await chmod(world.home, 0o755);
    const details = await refusal({}, later, await asUnknownUser(world.home));
    expect(details).toBe(unreadable(join(world.home, path), "EACCES"));
  },
);

test("a folder that this user may not enter is an error, and no keys of the next source are sent", async () => {
  await put(cliFile, cliText());
  await chmod(world.home, 0o755);
  await chmod(join(world.home, ".config"), 0o000);
  const options = await asUnknownUser(world.home);
  const details = await refusal({}, await laterKeys(), options);
  expect(details).toBe(unreadable(join(world.home, cliFile), "EACCES"));
  await chmod(join(world.home, ".config"), 0o755);
});

test("a file that this user alone may read is read", async () => {
  await put(cliFile, cliText());
  if (process.getuid?.() === 0) await chown(join(world.home, cliFile), unknownUser, unknownUser);
  await chmod(join(world.home, cliFile), 0o400);
  await chmod(world.home, 0o755);
  expect(await lookUp({}, {}, await asUnknownUser(world.home))).toEqual(found);
});

test.each<[string, () => Promise<Environment>]>([
  ["no file at all", () => Promise.resolve({})],
  [
    "a file in place of its folder",
    async () => {
      await put(".config", "");
      return {};
    },
  ],
  [
    "a link to nothing",
    async () => {
      await mkdir(dirname(join(world.home, cliFile)), { recursive: true });
      await symlink(join(world.home, "nothing"), join(world.home, cliFile));
      return {};
    },
  ],
  ["XDG_CONFIG_HOME that is not there", () => Promise.resolve({ XDG_CONFIG_HOME: "/nowhere/at/all" })],
  ["XDG_CONFIG_HOME that is a file", () => Promise.resolve({ XDG_CONFIG_HOME: "/dev/null" })],
])("with %s the next source is asked", async (_, make) => {
  const environment = await make();
  expect(await lookUp({}, { ...(await laterKeys()), ...environment })).toEqual(found);
});

test("what cannot be read does not matter to those whose keys come from an earlier source", async () => {
  await mkdir(join(world.home, cliFile), { recursive: true });
  const keys = {
    COMPSHARE_PUBLIC_KEY: world.simulator.publicKey,
    COMPSHARE_PRIVATE_KEY: world.simulator.privateKey,
  };
  expect(await lookUp({}, keys)).toEqual(found);
  expect(
    await lookUp({ publicKey: world.simulator.publicKey, privateKey: world.simulator.privateKey }),
  ).toEqual(found);
});
