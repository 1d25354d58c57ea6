import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { DiffRequest, DiffResponse } from "@pulumi/pulumi/proto/provider_pb.js";
import { Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import { type Plugin, startPlugin, stopPlugins } from "../support/plugin/plugin.ts";
import {
  answer,
  checkConfig,
  configure,
  type Members,
  output,
  secret,
  unknownText,
} from "../support/plugin/plugin-calls.ts";

const surroundings = {
  COMPSHARE_PUBLIC_KEY: "environment-public",
  COMPSHARE_PRIVATE_KEY: "environment-private",
  COMPSHARE_REGION: "cn-bj2",
  COMPSHARE_BASE_URL: "https://environment.example",
  PULUMI_CONFIG: '{"compshare:privateKey":"environment-private"}',
};
let plugin: Plugin;

beforeAll(async () => {
  plugin = await startPlugin({ environment: surroundings });
});

afterAll(stopPlugins);

const everything = { region: "cn-sh2", timeoutSeconds: 30, allowInsecureEndpoint: true, version: "0.1.0" };

test.each<[string, Members]>([
  ["no key", {}],
  ["typed values", everything],
  [
    "texts, as stack configuration is",
    { ...everything, timeoutSeconds: "30", allowInsecureEndpoint: "true" },
  ],
  [
    "JSON texts, as explicit providers of Node are",
    { ...everything, region: '"cn-sh2"', timeoutSeconds: "30" },
  ],
  [
    "whole numbers that a host has made of text, up to the largest that a double holds",
    { profile: 4090, projectId: 9_007_199_254_740_991 },
  ],
  ["null for what is not set", { ...everything, zone: null }],
  ["a wrapped output", { region: output({ value: "cn-sh2" }) }],
  ["a secret that needs not be one", { region: secret("cn-sh2") }],
  ["values that are not known yet", { region: unknownText, baseUrl: unknownText, zone: output({}) }],
  ["an unknown number", { timeoutSeconds: "3eeb2bf0-c639-47a8-9e75-3b44932eb421" }],
  ["loopback over http", { baseUrl: "http://127.0.0.1:4040" }],
  ["http with the permission", { baseUrl: "http://gateway.example", allowInsecureEndpoint: "true" }],
  [
    "http where the permission is not known yet",
    { baseUrl: "http://gateway.example", allowInsecureEndpoint: unknownText },
  ],
  ["the download address that old engines add", { pluginDownloadURL: "https://downloads.example" }],
])("%s is accepted and comes back as it was", async (_, inputs) => {
  expect(await checkConfig(plugin, inputs)).toEqual({ outputs: inputs, failures: [] });
});

test("keys come back as secrets, whatever they came as, and nothing from the environment comes with them", async () => {
  const { outputs, failures } = await checkConfig(plugin, { publicKey: "public", privateKey: "private" });
  expect(failures).toEqual([]);
  expect(outputs).toEqual({ publicKey: secret("public"), privateKey: secret("private") });
  const wrapped = { publicKey: secret("public"), privateKey: output({ value: "private", secret: true }) };
  expect(await checkConfig(plugin, wrapped)).toEqual({ outputs: wrapped, failures: [] });
});

test("a key that is not known yet stays unknown", async () => {
  const { outputs, failures } = await checkConfig(plugin, { publicKey: "public", privateKey: unknownText });
  expect(failures).toEqual([]);
  expect(outputs).toEqual({ publicKey: secret("public"), privateKey: unknownText });
});

const json = (value: Members[string]): string => JSON.stringify(value);

test.each<[string, Members, Members]>([
  ["a secret number", { timeoutSeconds: json(secret(30)) }, { timeoutSeconds: secret(json(secret(30))) }],
  ["a secret text", { region: json(secret("cn-sh2")) }, { region: secret(json(secret("cn-sh2"))) }],
  [
    "a secret of JSON text",
    { region: json(secret('"cn-sh2"')) },
    { region: secret(json(secret('"cn-sh2"'))) },
  ],
  [
    "a secret inside a secret",
    { region: json(secret(json(secret("cn-sh2")))) },
    { region: secret(json(secret(json(secret("cn-sh2"))))) },
  ],
  ["an output", { region: json(output({ value: "cn-sh2" })) }, { region: json(output({ value: "cn-sh2" })) }],
  [
    "an output that is secret",
    { allowInsecureEndpoint: json(output({ value: true, secret: true })) },
    { allowInsecureEndpoint: secret(json(output({ value: true, secret: true }))) },
  ],
  [
    "what is secret already",
    { region: secret(json(secret("cn-sh2"))) },
    { region: secret(json(secret("cn-sh2"))) },
  ],
  ["a value that is not known yet", { region: json(unknownText) }, { region: json(unknownText) }],
  ["an output without a value", { maxAttempts: json(output({})) }, { maxAttempts: json(output({})) }],
  ["a key", { privateKey: json(secret("private")) }, { privateKey: secret(json(secret("private"))) }],
])("%s inside JSON text is accepted, and stays secret in the state", async (_, inputs, outputs) => {
  expect(await checkConfig(plugin, inputs)).toEqual({ outputs, failures: [] });
});

test.each<[Members, string]>([
  [{ timeoutSeconds: json(secret(0)) }, "timeoutSeconds: `timeoutSeconds` must be at least 1"],
  [{ timeoutSeconds: json(secret("soon")) }, "timeoutSeconds: `timeoutSeconds` must be a number"],
  [{ region: json(secret("Mars 1")) }, "region: `region` must look like `cn-wlcb`"],
  [{ privateKey: json(secret("")) }, ": `privateKey` must not be empty; leave it out instead"],
])("%j is refused by what is inside the text", async (inputs, failure) => {
  expect((await checkConfig(plugin, inputs)).failures).toEqual([failure]);
});

test.each([
  ["default", "This project is itself called compshare"],
  ["default_0_1_0", "This project is itself called compshare"],
])(
  "an unknown key of the provider %s of a project called compshare may be the project's own",
  async (name, text) => {
    const urn = `urn:pulumi:dev::compshare::pulumi:providers:compshare::${name}`;
    const { failures } = await checkConfig(plugin, { title: "shop" }, urn);
    expect(failures).toEqual([expect.stringMatching(/^: unknown configuration key `title`; /)]);
    expect(failures[0]).toContain(text);
  },
);

test.each([
  "urn:pulumi:dev::compshare::pulumi:providers:compshare::mine",
  "urn:pulumi:compshare::shop::pulumi:providers:compshare::default",
  "",
])("an unknown key of the provider %s is the provider's", async (urn) => {
  const { failures } = await checkConfig(plugin, { title: "shop" }, urn);
  expect(failures[0]).not.toContain("This project");
});

// Half a pair may be completed by nothing, but only the call that needs keys looks for them: a stack that is
// destroyed or that uses no function works without.
test("half a pair of keys passes", async () => {
  expect((await checkConfig(plugin, { publicKey: "public" })).failures).toEqual([]);
});

test.each<[Members, readonly string[]]>([
  [{ regoin: "cn-sh2" }, ["unknown configuration key `regoin`; did you mean `region`?"]],
  [{ timeoutSeconds: "soon" }, ["`timeoutSeconds` must be a number"]],
  [{ timeoutSeconds: 0 }, ["`timeoutSeconds` must be at least 1"]],
  [{ timeoutSeconds: 1.5 }, ["`timeoutSeconds` must be a whole number"]],
  [{ maxAttempts: "11" }, ["`maxAttempts` must be at most 10"]],
  [{ allowInsecureEndpoint: "yes" }, ["`allowInsecureEndpoint` must be true or false"]],
  [{ region: "" }, ["`region` must look like `cn-wlcb`"]],
  [{ region: "Shanghai 2" }, ["`region` must look like `cn-wlcb`"]],
  [{ region: { of: "the moon" } }, ["`region` must be text"]],
  [{ zone: "cn-sh2" }, ["`zone` must look like `cn-wlcb-01`"]],
  [
    { region: "cn-wlcb", zone: "cn-sh2-02" },
    [
      "`zone` must lie in `region`: cn-sh2-02 is a zone of cn-sh2, not of cn-wlcb; leave `region` out or change one of them",
    ],
  ],
  [{ privateKey: "" }, ["`privateKey` must not be empty; leave it out instead"]],
  [
    { privateKey: 5.5 },
    ["`privateKey` must be text: put it in quotes, since YAML reads 3.10 as 3.1 and 13.0 as 13"],
  ],
  [
    { profile: 2 ** 53 },
    ["`profile` must be text: put it in quotes, since YAML reads 3.10 as 3.1 and 13.0 as 13"],
  ],
])("%j is refused with the rule", async (inputs, reasons) => {
  const { failures } = await checkConfig(plugin, inputs);
  expect(failures.map((failure) => failure.replace(/^\w*: /, ""))).toEqual(reasons);
});

test.each([
  ["gateway.example", "`baseUrl` must be a URL such as `https://api.compshare.cn`"],
  ["ftp://gateway.example", "`baseUrl` must start with `https://`"],
  ["https://user:hunter2@gateway.example", "`baseUrl` must not hold a user name or password"],
  [
    "https://gateway.example/v1",
    "`baseUrl` must be scheme, host and port only, without a path, query or fragment",
  ],
  [
    "https://gateway.example/?key=hunter2",
    "`baseUrl` must be scheme, host and port only, without a path, query or fragment",
  ],
  [
    "http://gateway.example",
    "`baseUrl` must use `https`; plain `http` is for loopback, or set `allowInsecureEndpoint` to true",
  ],
  ["https://169.254.169.254", "`baseUrl` must not be a link-local address"],
  ["https://gateway.example.", "`baseUrl` must not end its host with a dot"],
])("baseUrl %s is refused with the rule and without the value", async (baseUrl, reason) => {
  const { failures } = await checkConfig(plugin, { baseUrl });
  // No property: the engine prints the value of a property beside its problem.
  expect(failures).toEqual([`: ${reason}`]);
});

test("every problem is told at once", async () => {
  const { failures } = await checkConfig(plugin, { timeoutSeconds: 0, maxAttempts: 99, regoin: "x" });
  expect(failures).toHaveLength(3);
});

test("a problem of a key is tied to no property, whose value the engine would print", async () => {
  const { failures } = await checkConfig(plugin, { privateKey: 5.5, publicKey: "" });
  expect(failures.every((failure) => failure.startsWith(": "))).toBe(true);
});

async function diff(olds: Members, news: Members): Promise<DiffResponse.AsObject> {
  const request = new DiffRequest()
    .setOlds(Struct.fromJavaScript({ ...olds }))
    .setNews(Struct.fromJavaScript({ ...news }));
  const response = await answer<DiffResponse>((callback) => plugin.client.diffConfig(request, callback));
  return response.toObject();
}

const { DIFF_NONE, DIFF_SOME } = DiffResponse.DiffChanges;

test.each<[string, Members, Members, number, readonly string[]]>([
  ["nothing", { region: "cn-sh2" }, { region: "cn-sh2" }, DIFF_NONE, []],
  ["a value", { region: "cn-sh2" }, { region: "cn-bj2" }, DIFF_SOME, ["region"]],
  ["a key that comes", {}, { zone: "cn-sh2-01" }, DIFF_SOME, ["zone"]],
  ["a key that goes", { zone: "cn-sh2-01" }, {}, DIFF_SOME, ["zone"]],
  ["the wrapper of a secret alone", { privateKey: secret("same") }, { privateKey: "same" }, DIFF_NONE, []],
  ["a secret", { privateKey: secret("old") }, { privateKey: secret("new") }, DIFF_SOME, ["privateKey"]],
  [
    "the wrapper of a secret inside JSON text alone",
    { timeoutSeconds: json(secret(30)) },
    { timeoutSeconds: 30 },
    DIFF_NONE,
    [],
  ],
  ["what is not known yet", { region: "cn-sh2" }, { region: unknownText }, DIFF_SOME, ["region"]],
])("a change of %s replaces nothing", async (_, olds, news, changes, names) => {
  expect(await diff(olds, news)).toMatchObject({ changes, diffsList: names, replacesList: [] });
});

test("configuring repeats the promises of the handshake", async () => {
  const response = await configure(plugin, { privateKey: secret("private"), publicKey: secret("public") });
  expect(response.toObject()).toEqual({
    acceptsecrets: true,
    supportspreview: true,
    acceptresources: true,
    acceptoutputs: false,
    supportsAutonamingConfiguration: false,
  });
});

test("configuring fails neither without keys nor with a configuration that cannot be used", async () => {
  await configure(plugin, {});
  await configure(plugin, { timeoutSeconds: "soon" });
});
