import { status } from "@grpc/grpc-js";
import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import { type Plugin, startPlugin, stopPlugins } from "../support/plugin/plugin.ts";
import {
  account,
  configure,
  invoke,
  type Members,
  output,
  secret,
  statusOf,
  unknownText,
} from "../support/plugin/plugin-calls.ts";

let simulator: Simulator;
let plugin: Plugin;

beforeAll(async () => {
  simulator = await startSimulator();
  plugin = await startPlugin();
});

beforeEach(async () => {
  // A new configuration has a catalogue of its own, so that every test sees its own requests.
  await configure(plugin, account(simulator));
  simulator.resetRequests();
});

afterAll(async () => {
  await stopPlugins();
  await simulator.close();
});

test("an image is found by its name", async () => {
  const { outputs, failures } = await invoke(plugin, "getCompShareImage", { name: "cuda128_torch291_py312" });
  expect(failures).toEqual([]);
  expect(outputs).toMatchObject({
    id: "compshareImage-1minbz219ceq",
    imageType: "App",
    container: true,
    sizeMb: 30_720,
    cudaVersion: "12.8",
    selection: { rule: "the only match", rowsScanned: 72, rowsMatched: 1, warnings: [] },
  });
  expect(simulator.requests).toHaveLength(2);
});

test("images are listed in order, cut after the order", async () => {
  const { outputs } = await invoke(plugin, "getCompShareImages", {
    nameContains: "ComfyUI",
    orderBy: ["size", "-name"],
    offset: 1,
    limit: 2,
  });
  expect(outputs).toMatchObject({
    ids: ["compshareImage-1za27dy6hqwv", "compshareImage-1h862c2cfcj8"],
    names: ["ComfyUI基础镜像0.8.1", "ComfyUI基础镜像0.10.0"],
    totalCount: 7,
  });
});

test("tags are listed with their categories", async () => {
  const { outputs } = await invoke(plugin, "getCompShareImageTags", {});
  expect(outputs["tags"]).toHaveLength(47);
  expect(Object.keys(Object(outputs["categories"]))).toHaveLength(7);
});

test("arguments that SDKs send as null are not given", async () => {
  const { outputs } = await invoke(plugin, "getCompShareImages", {
    imageType: "System",
    tags: null,
    limit: null,
  });
  expect(outputs).toMatchObject({ totalCount: 9 });
});

test.each<[string, Members]>([
  ["an argument", { name: secret("SGLang"), mostRecent: true }],
  ["an entry of a list", { tags: [secret("深度学习")], mostRecent: true }],
  ["an output", { name: output({ value: "SGLang", secret: true }), mostRecent: true }],
  ["a secret in an output", { name: output({ value: secret("SGLang") }), mostRecent: true }],
])("%s that is secret makes every output secret", async (_, inputs) => {
  const { outputs, failures } = await invoke(plugin, "getCompShareImage", inputs);
  expect(failures).toEqual([]);
  for (const value of Object.values(outputs)) expect(value).toEqual(secret(Object(value)["value"]));
  expect(Object.keys(outputs)).toEqual(expect.arrayContaining(["id", "name", "selection"]));
});

test("an output that is known and no secret is its value", async () => {
  const { outputs } = await invoke(plugin, "getCompShareImages", { imageType: output({ value: "System" }) });
  expect(outputs).toMatchObject({ totalCount: 9 });
});

const notKnown = (name: string): string =>
  `${name}: \`${name}\` is not known yet, because it comes from a resource that does not exist; use the Output form of the function, which waits for it`;

test.each<[string, Members, readonly string[]]>([
  ["a text", { name: unknownText }, [notKnown("name")]],
  ["a list", { name: "SGLang", tags: "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2" }, [notKnown("tags")]],
  ["an entry of a list", { tags: ["深度学习", unknownText] }, [notKnown("tags")]],
  [
    "a number and a truth value",
    {
      limit: "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
      mostRecent: "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
    },
    [
      notKnown("limit"),
      `${notKnown("mostRecent")}. Python writes \`most_recent\`, Go and .NET \`MostRecent\``,
    ],
  ],
  ["an output without a value", { name: output({}) }, [notKnown("name")]],
  ["a secret", { name: secret(unknownText) }, [notKnown("name")]],
])("%s that is not known yet is a failure that names it, and nothing is sent", async (_, inputs, reasons) => {
  const { failures } = await invoke(plugin, "getCompShareImage", inputs);
  expect(failures).toEqual(reasons);
  expect(simulator.requests).toHaveLength(0);
});

test.each<[string, Members, readonly string[]]>([
  ["getCompShareImages", { tag: "x" }, ["tag: unknown argument `tag`; did you mean `tags`?"]],
  ["getCompShareImages", { limit: 0 }, ["limit: `limit` must be at least 1"]],
  ["getCompShareImages", { limit: 1.5 }, ["limit: `limit` must be a whole number"]],
  ["getCompShareImages", { limit: "20" }, ["limit: `limit` must be a number"]],
  ["getCompShareImages", { offset: -1 }, ["offset: `offset` must be at least 0"]],
  ["getCompShareImages", { offset: 2 ** 53 }, ["offset: `offset` must be at most 20000"]],
  [
    "getCompShareImage",
    { limit: 1 },
    [expect.stringMatching(/^limit: unknown argument `limit`; /) as unknown as string],
  ],
  ["getCompShareImage", { name: "" }, ["name: `name` must not be empty; leave it out instead"]],
  ["getCompShareImage", { name: false }, ["name: `name` must be text"]],
  ["getCompShareImage", { tags: "x" }, ["tags: `tags` must be a list"]],
  ["getCompShareImage", { tags: [] }, ["tags: `tags` must have at least one entry; leave it out instead"]],
  ["getCompShareImage", { tags: ["x", true] }, ["tags[1]: `tags[1]` must be text"]],
  ["getCompShareImage", { region: "Mars" }, ["region: `region` must look like `cn-wlcb`"]],
  [
    "getCompShareImage",
    { name: "a", nameContains: "b" },
    [
      "nameContains: only one of `name` and `nameContains` may be given; leave one of them out. Python writes `name_contains`, Go and .NET `NameContains`",
    ],
  ],
  [
    "getCompShareImage",
    { mostRecent: true, orderBy: ["name"] },
    [
      "orderBy: only one of `mostRecent` and `orderBy` may be given; leave one of them out. Python writes `most_recent` and `order_by`, Go and .NET `MostRecent` and `OrderBy`",
    ],
  ],
  [
    "getCompShareImage",
    { region: "cn-wlcb", zone: "cn-sh2-01" },
    [
      "zone: `zone` must lie in `region`: cn-sh2-01 is a zone of cn-sh2, not of cn-wlcb; leave `region` out or change one of them",
    ],
  ],
  [
    "getCompShareImageTags",
    { Signature: "00" },
    ["Signature: unknown argument `Signature`; known are `region`, `zone`, `projectId`"],
  ],
])("%s refuses %j before anything is sent", async (name, inputs, reasons) => {
  const { failures } = await invoke(plugin, name, inputs);
  expect(failures).toEqual(reasons);
  expect(simulator.requests).toHaveLength(0);
});

test.each(["Action", "Signature", "PublicKey", "ProjectId", "Name.0", "constructor"])(
  "%s, a name of the wire or of JavaScript, is no argument, and nothing is sent",
  async (name) => {
    const { failures } = await invoke(plugin, "getCompShareImages", JSON.parse(`{"${name}":"canary"}`));
    expect(failures).toEqual([expect.stringMatching(`^${name}: unknown argument \`${name}\`;`)]);
    expect(failures.join()).not.toContain("canary");
    expect(simulator.requests).toEqual([]);
  },
);

test.each([
  ["compshare:index:getCompShareImagez", status.INVALID_ARGUMENT],
  ["compshare:index:toString", status.INVALID_ARGUMENT],
  ["other:index:getCompShareImage", status.INVALID_ARGUMENT],
])("the function %s does not exist", async (token, code) => {
  const error = await statusOf(invoke(plugin, token, {}));
  expect(error.code).toBe(code);
  expect(error.details).toBe(
    `ARGUMENT_INVALID: the package has no function "${token}"; update the plugin or check the name`,
  );
  expect(simulator.requests).toHaveLength(0);
});

test.each<[string, Members, number, RegExp]>([
  ["none", { name: "no such image" }, status.NOT_FOUND, /^IMAGE_NOT_FOUND: no CompShare image matches name/],
  ["several", { name: "SGLang" }, status.FAILED_PRECONDITION, /^IMAGE_AMBIGUOUS: 2 images match/],
])("%s of the images is a status with its text", async (_, inputs, code, text) => {
  const error = await statusOf(invoke(plugin, "getCompShareImage", inputs));
  expect(error.code).toBe(code);
  expect(error.details).toMatch(text);
});

test("what CompShare refuses names the argument", async () => {
  const error = await statusOf(
    invoke(plugin, "getCompShareImage", { name: "SGLang", region: "cn-shanghai" }),
  );
  expect(error.code).toBe(status.INVALID_ARGUMENT);
  expect(error.details).toMatch(
    /^API_REFUSED: DescribeCompShareImages was refused with RetCode 230: Params \[Region\] not available\. \[request [0-9a-f-]{36}\] `region` "cn-shanghai" comes from the argument `region`; the closest known one is "cn-sh2"\. \(attempt 1 of 5, \d\.\d s\)$/,
  );
  expect(simulator.requests).toHaveLength(1);
});

test("texts of the server that look like marks of the engine are only texts", async () => {
  simulator.patchImage("compshareImage-1minbz219ceq", { Description: unknownText, Author: "\ud800half" });
  const { outputs } = await invoke(plugin, "getCompShareImage", { name: "cuda128_torch291_py312" });
  expect(outputs).toMatchObject({ description: `(${unknownText})`, author: "\ufffdhalf" });
});
