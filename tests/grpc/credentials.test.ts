import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { status } from "@grpc/grpc-js";
import { expect, test } from "@jest/globals";
import {
  ProviderHandshakeRequest,
  type ProviderHandshakeResponse,
} from "@pulumi/pulumi/proto/provider_pb.js";
import { startLogEngine } from "../support/engine/plugin-engine.ts";
import { type Plugin, type PluginOptions, startPlugin } from "../support/plugin/plugin.ts";
import {
  account,
  answer,
  configure,
  invoke,
  type Members,
  secret,
  statusOf,
} from "../support/plugin/plugin-calls.ts";
import { useHomeAndSimulator } from "../support/plugin/use-plugins.ts";
import { until } from "../support/until.ts";

const world = useHomeAndSimulator();

const question = { name: "cuda128_torch291_py312" };

async function start(inputs: Members, environment: PluginOptions["environment"] = {}): Promise<Plugin> {
  const plugin = await startPlugin({ environment: { HOME: world.home, ...environment } });
  await configure(plugin, { baseUrl: world.simulator.endpoint, ...inputs });
  return plugin;
}

async function refusal(plugin: Plugin): Promise<string> {
  const error = await statusOf(invoke(plugin, "getCompShareImage", question));
  expect(error.code).toBe(status.FAILED_PRECONDITION);
  expect(world.simulator.requests).toHaveLength(0);
  return error.details;
}

test("a call before the configuration says so", async () => {
  const plugin = await startPlugin();
  expect(await refusal(plugin)).toBe("CONFIGURATION_INVALID: the provider has not been configured yet");
});

test("a configuration that cannot be used fails the call with its problems", async () => {
  expect(await refusal(await start({ timeoutSeconds: 0, regoin: "x" }))).toBe(
    "CONFIGURATION_INVALID: `timeoutSeconds` must be at least 1; unknown configuration key `regoin`; did you mean `region`?",
  );
});

test("missing keys are an error that names every place", async () => {
  expect(await refusal(await start({}))).toBe(
    "CONFIGURATION_INVALID: no credentials were found. Looked in: the provider's configuration (publicKey, privateKey); the environment (COMPSHARE_PUBLIC_KEY, COMPSHARE_PRIVATE_KEY); the CompShare CLI's current profile; the environment (UCLOUD_PUBLIC_KEY, UCLOUD_PRIVATE_KEY); UCloud's files (~/.ucloud/config.json, ~/.ucloud/credential.json). Set both keys, for example with `pulumi config set --secret compshare:publicKey ...` and `pulumi config set --secret compshare:privateKey ...`; make them at https://console.compshare.cn/uaccount/api_manage",
  );
});

test("half a pair is an error that names the place and the half", async () => {
  expect(await refusal(await start({ publicKey: "canary-public" }))).toBe(
    "CONFIGURATION_INVALID: the provider's configuration (publicKey, privateKey) has publicKey but no privateKey; keys are taken as a pair from one source",
  );
  expect(await refusal(await start({}, { COMPSHARE_PRIVATE_KEY: "canary-private" }))).toBe(
    "CONFIGURATION_INVALID: the environment (COMPSHARE_PUBLIC_KEY, COMPSHARE_PRIVATE_KEY) has COMPSHARE_PRIVATE_KEY but no COMPSHARE_PUBLIC_KEY; keys are taken as a pair from one source",
  );
});

test("keys and gateway are taken from the environment", async () => {
  const plugin = await startPlugin({
    environment: {
      COMPSHARE_BASE_URL: world.simulator.endpoint,
      COMPSHARE_PUBLIC_KEY: world.simulator.publicKey,
      COMPSHARE_PRIVATE_KEY: world.simulator.privateKey,
      COMPSHARE_REGION: "cn-sh2",
    },
  });
  await configure(plugin, {});
  const { outputs } = await invoke(plugin, "getCompShareImage", question);
  expect(outputs).toMatchObject({ selection: { appliedFilters: { region: "cn-sh2" } } });
});

test("keys are taken from the profile of the CompShare CLI", async () => {
  const folder = join(world.home, ".config", "compshare");
  await mkdir(folder, { recursive: true });
  const keys = { public_key: world.simulator.publicKey, private_key: world.simulator.privateKey };
  await writeFile(
    join(folder, "config.json"),
    JSON.stringify({ current_profile: "work", profiles: { work: keys }, language: "zh" }),
  );
  const { outputs } = await invoke(await start({}), "getCompShareImage", question);
  expect(outputs).toMatchObject({ id: "compshareImage-1minbz219ceq" });
});

test("the configuration comes before the environment", async () => {
  const keys = {
    publicKey: secret(world.simulator.publicKey),
    privateKey: secret(world.simulator.privateKey),
  };
  const plugin = await start(keys, { COMPSHARE_PUBLIC_KEY: "other", COMPSHARE_PRIVATE_KEY: "other" });
  expect((await invoke(plugin, "getCompShareImage", question)).failures).toEqual([]);
});

test("keys that are secret inside JSON text are taken", async () => {
  const keys = {
    publicKey: JSON.stringify(secret(world.simulator.publicKey)),
    privateKey: secret(JSON.stringify(secret(world.simulator.privateKey))),
  };
  expect((await invoke(await start(keys), "getCompShareImage", question)).failures).toEqual([]);
});

test.each([
  ["a wrong private key", { privateKey: "canary-private" }, 171],
  ["a key of another gateway", { publicKey: "canary-public" }, 172],
])("%s is asked about once", async (_, keys, retCode) => {
  const plugin = await start({ ...account(world.simulator), ...keys });
  const error = await statusOf(invoke(plugin, "getCompShareImage", question));
  expect(error.code).toBe(status.PERMISSION_DENIED);
  expect(error.details).toContain(`RetCode ${retCode}`);
  expect(error.details).toContain("(attempt 1 of 5, ");
  expect(error.details).not.toContain("canary");
  expect(world.simulator.requests).toHaveLength(1);
});

test("many calls with a wrong key share the one request", async () => {
  const plugin = await start({ ...account(world.simulator), privateKey: "canary-private" });
  const calls = Array.from({ length: 200 }, () => statusOf(invoke(plugin, "getCompShareImage", question)));
  const codes = (await Promise.all(calls)).map(({ code }) => code);
  expect(new Set(codes)).toEqual(new Set([status.PERMISSION_DENIED]));
  expect(world.simulator.requests.length).toBeLessThanOrEqual(8);
});

test("a second configuration shares no list with the first one", async () => {
  const plugin = await start(account(world.simulator));
  await invoke(plugin, "getCompShareImage", question);
  await configure(plugin, { ...account(world.simulator), privateKey: "canary-private" });
  expect((await statusOf(invoke(plugin, "getCompShareImage", question))).code).toBe(status.PERMISSION_DENIED);
});

test.each(["command line", "handshake"])(
  "white space around a key is left out and told to the engine once, known by the %s",
  async (way) => {
    const engine = await startLogEngine();
    const plugin = await startPlugin(way === "command line" ? { words: [engine.address] } : {});
    if (way === "handshake") {
      const request = new ProviderHandshakeRequest().setEngineAddress(engine.address);
      await answer<ProviderHandshakeResponse>((callback) => plugin.client.handshake(request, callback));
    }
    await configure(plugin, { ...account(world.simulator), privateKey: `${world.simulator.privateKey}\n` });
    await invoke(plugin, "getCompShareImage", question);
    await invoke(plugin, "getCompShareImages", { id: "compshareImage-1minbz219ceq" });
    await invoke(plugin, "getCompShareImageTags", {});
    await until(() => engine.lines.length > 0);
    expect(engine.lines).toEqual([
      "WARNING: privateKey from the provider's configuration (publicKey, privateKey) had white space or quotes around it, which were left out",
    ]);
    engine.close();
  },
);
