import { readFileSync } from "node:fs";
import { status } from "@grpc/grpc-js";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { PluginAttach, type PluginInfo } from "@pulumi/pulumi/proto/plugin_pb.js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import * as messages from "@pulumi/pulumi/proto/provider_pb.js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb.js";
import { type Plugin, startPlugin, stopPlugins } from "../support/plugin/plugin.ts";
import { answer, statusOf } from "../support/plugin/plugin-calls.ts";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly version: string };
let plugin: Plugin;

beforeEach(async () => {
  plugin = await startPlugin();
});

afterEach(stopPlugins);

const pluginInfo = (of: Plugin): Promise<PluginInfo> =>
  answer((callback) => of.client.getPluginInfo(new Empty(), callback));

test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  ["as the engine starts it", {}, ["127.0.0.1:1"]],
  ["with the engine's flags", {}, ["--logtostderr", "-v=11", "--tracing", "file:trace", "127.0.0.1:1"]],
  ["without an address, as a developer starts it", {}, []],
  ["with colours forced", { FORCE_COLOR: "1" }, ["127.0.0.1:1"]],
  ["with warnings that trace", { NODE_OPTIONS: "--trace-warnings --trace-deprecation" }, ["127.0.0.1:1"]],
  ["with everything logged", { NODE_DEBUG: "*", NODE_DEBUG_NATIVE: "http2" }, ["127.0.0.1:1"]],
  ["in another language and zone", { LANG: "zh_CN.UTF-8", TZ: "Asia/Shanghai" }, ["127.0.0.1:1"]],
])("the first line of the output is the bare port, %s", async (_, environment, words) => {
  const other = await startPlugin({ environment, words });
  expect(other.stdout()).toMatch(/^\d{1,5}\n$/);
  expect((await pluginInfo(other)).getVersion()).toBe(version);
  expect(other.stdout()).toMatch(/^\d{1,5}\n$/);
});

test("the handshake promises what the plugin does and nothing else", async () => {
  const request = new messages.ProviderHandshakeRequest()
    .setEngineAddress("127.0.0.1:1")
    .setConfigureWithUrn(true)
    .setInvokeWithPreview(true)
    .setSupportsViews(true)
    .setAcceptsByteString(true)
    .setAcceptsOutputsInInvoke(true)
    .setAcceptsOutputsInCall(true)
    .setAcceptsOutputsInCheck(true)
    .setSendsOldOutputsToCheck(true);
  const response = await answer<messages.ProviderHandshakeResponse>((callback) =>
    plugin.client.handshake(request, callback),
  );
  expect(response.toObject()).toEqual({
    acceptSecrets: true,
    acceptResources: true,
    acceptOutputs: false,
    supportsAutonamingConfiguration: false,
    acceptsByteString: false,
    acceptsOutputsInInvoke: false,
    acceptsOutputsInCall: false,
    acceptsOutputsInCheck: false,
  });
});

test("the version is the one of package.json", async () => {
  expect((await pluginInfo(plugin)).getVersion()).toBe(version);
});

test("the schema is the committed one", async () => {
  const response = await answer<messages.GetSchemaResponse>((callback) =>
    plugin.client.getSchema(new messages.GetSchemaRequest(), callback),
  );
  const schema: unknown = JSON.parse(response.getSchema());
  expect(schema).toEqual(JSON.parse(readFileSync("sdk/schema.json", "utf8")));
  expect(schema).toMatchObject({ name: "compshare", version });
});

test("a plugin that is debugged learns the engine's address later", async () => {
  const response = await answer<Empty>((callback) =>
    plugin.client.attach(new PluginAttach().setAddress("127.0.0.1:1"), callback),
  );
  expect(response).toBeInstanceOf(Empty);
});

const refused: Readonly<Record<string, (of: Plugin) => Promise<unknown>>> = {
  parameterize: ({ client }) =>
    answer((callback) => client.parameterize(new messages.ParameterizeRequest(), callback)),
  call: ({ client }) => answer((callback) => client.call(new messages.CallRequest(), callback)),
  construct: ({ client }) =>
    answer((callback) => client.construct(new messages.ConstructRequest(), callback)),
  getMapping: ({ client }) =>
    answer((callback) => client.getMapping(new messages.GetMappingRequest(), callback)),
  getMappings: ({ client }) =>
    answer((callback) => client.getMappings(new messages.GetMappingsRequest(), callback)),
  list: ({ client }) =>
    new Promise((resolve, reject) => {
      const stream = client.list(new messages.ListRequest());
      stream.on("data", resolve).on("error", reject).on("end", resolve);
    }),
};

test.each(Object.keys(refused))("%s is not implemented, and the plugin lives on", async (name) => {
  const error = await statusOf(refused[name]?.(plugin) ?? Promise.resolve());
  expect(error.code).toBe(status.UNIMPLEMENTED);
  expect((await pluginInfo(plugin)).getVersion()).toBe(version);
});

test("every call of the protocol is answered or refused here", () => {
  const answered = [
    "attach",
    "cancel",
    "checkConfig",
    "configure",
    "diffConfig",
    "getPluginInfo",
    "getSchema",
    "handshake",
    "invoke",
    "check",
    "diff",
    "create",
    "read",
    "update",
    "delete",
  ];
  expect([...answered, ...Object.keys(refused)].sort()).toEqual(Object.keys(ResourceProviderService).sort());
});
