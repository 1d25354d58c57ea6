import { type ServiceError, status } from "@grpc/grpc-js";
import { expect, test } from "@jest/globals";
import {
  CheckRequest,
  type CheckResponse,
  CreateRequest,
  type CreateResponse,
  DeleteRequest,
  DiffRequest,
  DiffResponse,
  PropertyDiff,
  ReadRequest,
  type ReadResponse,
  UpdateRequest,
  type UpdateResponse,
} from "@pulumi/pulumi/proto/provider_pb.js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb.js";
import { Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import type { Fault } from "../../simulator/state/fault.ts";
import { familyImage } from "../support/engine/pin-stacks.ts";
import {
  account,
  answer,
  configure,
  failureTexts,
  type Members,
  secret,
  statusOf,
  unknownText,
} from "../support/plugin/plugin-calls.ts";
import { usePluginAndSimulator } from "../support/plugin/use-plugins.ts";
import { until } from "../support/until.ts";

const world = usePluginAndSimulator();

const urn = "urn:pulumi:dev::project::compshare:index:ImagePin::base";
const struct = (members: Members): Struct => Struct.fromJavaScript({ ...members });

type Callback<Response> = (error: ServiceError | null, response: Response) => void;

function check(news: Members, oldOutputs: Members = {}): Promise<CheckResponse> {
  const request = new CheckRequest().setUrn(urn).setNews(struct(news)).setOldOutputs(struct(oldOutputs));
  return answer((callback: Callback<CheckResponse>) => world.plugin.client.check(request, callback));
}

function create(inputs: Members, preview = false): Promise<CreateResponse> {
  const request = new CreateRequest().setUrn(urn).setProperties(struct(inputs)).setPreview(preview);
  return answer((callback: Callback<CreateResponse>) => world.plugin.client.create(request, callback));
}

function read(id: string, outputs: Members = {}, inputs: Members = {}): Promise<ReadResponse> {
  const request = new ReadRequest().setUrn(urn).setId(id);
  request.setProperties(struct(outputs)).setInputs(struct(inputs));
  return answer((callback: Callback<ReadResponse>) => world.plugin.client.read(request, callback));
}

async function diff(id: string, outputs: Members, olds: Members, news: Members) {
  const request = new DiffRequest().setUrn(urn).setId(id).setOlds(struct(outputs));
  request.setOldInputs(struct(olds)).setNews(struct(news));
  const response = await answer((callback: Callback<DiffResponse>) =>
    world.plugin.client.diff(request, callback),
  );
  const detailed: Record<string, readonly [number, boolean]> = {};
  response.getDetaileddiffMap().forEach((difference, name) => {
    detailed[name] = [difference.getKind(), difference.getInputdiff()];
  });
  return {
    changes: response.getChanges(),
    diffs: response.getDiffsList(),
    replaces: response.getReplacesList(),
    detailed,
  };
}

/** What the engine does with a pin that is there: it has the inputs checked, then asks how the pin would change. */
async function preview(id: string, outputs: Members, olds: Members, news: Members) {
  const checked = await check(news, outputs);
  expect(failureTexts(checked.getFailuresList())).toEqual([]);
  return diff(id, outputs, olds, checked.getInputs()?.toJavaScript() ?? {});
}

/** How an image that moves shows in the inputs. */
const moved = {
  "pinned.imageId": [PropertyDiff.Kind.UPDATE_REPLACE, true],
  "pinned.name": [PropertyDiff.Kind.UPDATE_REPLACE, true],
  "pinned.version": [PropertyDiff.Kind.UPDATE_REPLACE, true],
  "pinned.publishedAt": [PropertyDiff.Kind.UPDATE_REPLACE, true],
};

const { DIFF_NONE, DIFF_SOME } = DiffResponse.DiffChanges;
const { UPDATE } = PropertyDiff.Kind;

/** A pin of this query, as the engine would keep it. */
async function pinned(query: Members): Promise<{ id: string; outputs: Members }> {
  await configure(world.plugin, account(world.simulator));
  const response = await create(query);
  return { id: response.getId(), outputs: response.getProperties()?.toJavaScript() ?? {} };
}

test("a pin is deleted by a plugin that has not been configured", async () => {
  const request = new DeleteRequest().setUrn(urn).setId("compshareImage-any");
  expect(
    await answer((callback: Callback<Empty>) => world.plugin.client.delete(request, callback)),
  ).toBeInstanceOf(Empty);
});

test("inputs are checked by a plugin that has not been configured, and go back as they came", async () => {
  const inputs = { name: secret("ComfyUI"), keepers: { week: unknownText } };
  const response = await check(inputs);
  expect(response.getInputs()?.toJavaScript()).toEqual(inputs);
  expect(response.getFailuresList()).toEqual([]);
  const broken = await check({ keepers: { week: true }, tags: ["PyTorch", ""], policy: "never" });
  expect(failureTexts(broken.getFailuresList())).toEqual([
    "tags: `tags[1]` must not be empty; leave it out instead",
    "keepers: `keepers.week` must be text",
    'policy: `policy` must be one of "hold", "follow", "withinRange"',
  ]);
});

test("every property that differs is named, and only a moved image replaces", async () => {
  const { id, outputs } = await pinned({ name: "cuda128_torch291_py312" });
  const olds = { name: "cuda128_torch291_py312" };
  expect(await preview(id, outputs, olds, olds)).toEqual({
    changes: DIFF_NONE,
    diffs: [],
    replaces: [],
    detailed: {},
  });
  expect(await preview(id, outputs, olds, { nameContains: "cuda128" })).toEqual({
    changes: DIFF_SOME,
    diffs: ["name", "nameContains"],
    replaces: [],
    detailed: { name: [UPDATE, true], nameContains: [UPDATE, true] },
  });
  expect(await preview(id, outputs, olds, { name: "ComfyUI" })).toEqual({
    changes: DIFF_SOME,
    diffs: ["name", "pinned"],
    replaces: ["pinned"],
    detailed: { name: [UPDATE, true], ...moved },
  });
  expect(await preview(id, outputs, olds, { imageId: "compshareImage-13bpfynwhimm" })).toEqual({
    changes: DIFF_SOME,
    diffs: ["name", "imageId", "pinned"],
    replaces: ["pinned"],
    detailed: { name: [UPDATE, true], imageId: [UPDATE, true], ...moved },
  });
});

test("the difference after a refresh moves nothing until inputs are checked again", async () => {
  world.simulator.putImage(familyImage("family v1", "family-1", 1));
  const query = { nameContains: "family", policy: "follow" };
  const { id, outputs } = await pinned(query);
  world.simulator.putImage(familyImage("family v2", "family-2", 2));
  await configure(world.plugin, account(world.simulator));
  const refreshed = await read(id, outputs, query);
  expect(refreshed.getInputs()?.toJavaScript()).toEqual(query);
  const properties = refreshed.getProperties()?.toJavaScript() ?? {};
  expect(properties["newerAvailable"]).toMatchObject({ id: "compshareImage-family-2" });
  expect(await diff(id, properties, query, query)).toMatchObject({ changes: DIFF_NONE });
  expect(await preview(id, properties, query, query)).toMatchObject({ replaces: ["pinned"] });
});

test("a preview with an input that is not known yet answers neither ID nor outputs, and asks nothing", async () => {
  await configure(world.plugin, account(world.simulator));
  const response = await create({ name: "ComfyUI", keepers: { week: unknownText } }, true);
  expect([response.getId(), response.getProperties()?.toJavaScript() ?? {}]).toEqual(["", {}]);
  const request = new UpdateRequest().setUrn(urn).setId("compshareImage-any").setPreview(true);
  request.setOlds(struct({ imageId: "compshareImage-any" })).setNews(struct({ name: unknownText }));
  const updated = await answer((callback: Callback<UpdateResponse>) =>
    world.plugin.client.update(request, callback),
  );
  expect(updated.getProperties()?.toJavaScript()).toEqual({});
  expect(world.simulator.requests).toHaveLength(0);
});

test("an update answers the image's facts again, and asks nothing", async () => {
  const { id, outputs } = await pinned({ name: "ComfyUI" });
  world.simulator.resetRequests();
  const request = new UpdateRequest().setUrn(urn).setId(id).setOlds(struct(outputs));
  request.setOldInputs(struct({ name: "ComfyUI" })).setNews(struct({ nameContains: "ComfyUI" }));
  const updated = await answer((callback: Callback<UpdateResponse>) =>
    world.plugin.client.update(request, callback),
  );
  expect(updated.getProperties()?.toJavaScript()).toEqual(outputs);
  expect(world.simulator.requests).toHaveLength(0);
});

test("the outputs hold no readme, and nothing that the engine could take for a mark of its own", async () => {
  world.simulator.putImage({ ...familyImage(unknownText, "mark-1", 1), Readme: "x".repeat(100_000) });
  const { outputs } = await pinned({ imageId: "compshareImage-mark-1" });
  expect(outputs["name"]).toBe(`(${unknownText})`);
  expect(JSON.stringify(outputs).length).toBeLessThan(1000);
});

test("an import answers inputs that pass the check, and nothing for an image that does not exist", async () => {
  await configure(world.plugin, account(world.simulator));
  const response = await read("compshareImage-1minbz219ceq");
  const inputs = response.getInputs()?.toJavaScript() ?? {};
  expect(inputs).toEqual({ imageId: "compshareImage-1minbz219ceq" });
  expect((await check(inputs)).getFailuresList()).toEqual([]);
  const missing = await read("compshareImage-1minbz219zzz");
  expect([missing.getId(), missing.getProperties(), missing.getInputs()]).toEqual(["", undefined, undefined]);
});

test.each<[Fault, number]>([
  [{ httpStatus: 503 }, status.UNAVAILABLE],
  [{ retCode: 153 }, status.RESOURCE_EXHAUSTED],
  [{ retCode: 172 }, status.PERMISSION_DENIED],
])("a refresh that meets %j answers a status that leaves the state alone", async (fault, code) => {
  const query = { name: "ComfyUI" };
  const { id, outputs } = await pinned(query);
  world.simulator.failNext(fault, 20);
  await configure(world.plugin, { ...account(world.simulator), maxAttempts: 1 });
  expect(await statusOf(read(id, outputs, query))).toMatchObject({ code });
});

test("Cancel ends a pin in the making", async () => {
  await configure(world.plugin, account(world.simulator));
  world.simulator.failNext("hang");
  const making = statusOf(create({ name: "ComfyUI" }));
  await until(() => world.simulator.requests.length === 1);
  await answer((callback: Callback<Empty>) => world.plugin.client.cancel(new Empty(), callback));
  expect((await making).code).toBe(status.CANCELLED);
});
