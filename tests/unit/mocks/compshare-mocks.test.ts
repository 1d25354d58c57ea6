import { beforeEach, expect, test } from "@jest/globals";
import * as pulumi from "@pulumi/pulumi";
import { compshareMocks } from "../../../mocks/compshare-mocks.ts";
import { shelf } from "../../support/lookup/shelf.ts";

const invoke = (name: string, inputs: pulumi.Inputs, provider?: pulumi.ProviderResource) =>
  pulumi.runtime.invoke(`compshare:index:${name}`, inputs, provider === undefined ? {} : { provider });

class ImagePin extends pulumi.CustomResource {
  declare readonly imageId: pulumi.Output<string>;
  declare readonly version: pulumi.Output<string>;
  declare readonly resolvedAt: pulumi.Output<string>;
  constructor(name: string, inputs: pulumi.Inputs, options?: pulumi.CustomResourceOptions) {
    const outputs = { imageId: undefined, version: undefined, resolvedAt: undefined };
    super("compshare:index:ImagePin", name, { ...outputs, ...inputs }, options);
  }
}

const valueOf = <Value>(output: pulumi.Output<Value>): Promise<Value> =>
  new Promise((resolve) => void output.apply(resolve));

beforeEach(() => pulumi.runtime.setMocks(compshareMocks({ images: shelf, now: () => 0 })));

test("a function answers as the plugin does, with everything that is known of the image", async () => {
  expect(await invoke("getCompShareImage", { nameContains: "基础镜像" })).toMatchObject({
    found: true,
    id: "compshareImage-1eeeeeeeeeee",
    tags: ["comfyUI，ComfyUI"],
    selection: { rule: "the only match", rowsMatched: 1 },
  });
  expect(await invoke("getCompShareImages", { framework: "sglang" })).toMatchObject({
    ids: ["compshareImage-1ddddddddddd", "compshareImage-1ccccccccccc"],
    totalCount: 2,
  });
  expect(await invoke("getCompShareImageTags", {})).toMatchObject({
    tags: expect.arrayContaining(["推理框架", "comfyUI，ComfyUI"]),
  });
});

test.each([
  ["no match", "getCompShareImage", { name: "SGLangs" }, /IMAGE_NOT_FOUND.*"SGLang"/s],
  [
    "several matches",
    "getCompShareImage",
    { name: "SGLang" },
    /IMAGE_AMBIGUOUS.* Python writes `most_recent` and `order_by`, Go and \.NET `MostRecent` and `OrderBy`\.$/s,
  ],
  [
    "an unknown argument",
    "getCompShareImage",
    { tag: "vLLM" },
    /ARGUMENT_INVALID: unknown argument `tag`; did you mean `tags`\?/,
  ],
  ["an unknown function", "getImage", {}, /the package has no function "compshare:index:getImage";/],
])("%s is an error with the plugin's text, which Pulumi shows", async (_what, name, inputs, text) => {
  await expect(invoke(name, inputs)).rejects.toThrow(text);
});

test("a resource that the package does not have is an error, as in the plugin", async () => {
  const others = { newResource: () => ({ id: "made up", state: {} }) };
  const mocks = compshareMocks({ images: shelf, others });
  const args = { type: "compshare:index:ImagePins", name: "pin", inputs: {} };
  await expect(mocks.newResource(args)).rejects.toThrow(
    'the package has no resource "compshare:index:ImagePins"; update the plugin or check the name',
  );
  // Whoever writes a component may call it as they like.
  expect(await mocks.newResource({ ...args, custom: false })).toEqual({ id: "made up", state: {} });
});

test("a pin that is read by an ID that no image has is an error, with the region that was looked in", async () => {
  const mocks = compshareMocks({ images: shelf, region: "cn-sh2" });
  const id = "compshareImage-1zzzzzzzzzzz";
  await expect(
    mocks.newResource({ type: "compshare:index:ImagePin", name: "read", inputs: {}, id }),
  ).rejects.toThrow(
    'no CompShare image has the ID "compshareImage-1zzzzzzzzzzz" of `id` (region cn-sh2, source any).',
  );
});

test("a pin is made with the outputs of the plugin", async () => {
  const pin = new ImagePin("serving", { framework: "SGLang", version: ">=0.6" });
  expect(await valueOf(pin.id)).toBe("compshareImage-1ddddddddddd");
  expect(await valueOf(pin.imageId)).toBe("compshareImage-1ddddddddddd");
  expect(await valueOf(pin.version)).toBe("0.6.1");
  expect(await valueOf(pin.resolvedAt)).toBe("1970-01-01T00:00:00Z");
});

test("a pin that is read by its ID has the image's facts; secret inputs are read as any other", async () => {
  const pin = new ImagePin("read", {}, { id: "compshareImage-1hhhhhhhhhhh" });
  expect(await valueOf(pin.imageId)).toBe("compshareImage-1hhhhhhhhhhh");
  const secret = new ImagePin("secret", { name: pulumi.secret("黑神话悟空"), imageType: "Other" });
  expect(await valueOf(pulumi.unsecret(secret.imageId))).toBe("compshareImage-1hhhhhhhhhhh");
});

test.each([
  [
    "an image that is missing",
    { framework: "JAX" },
    /ImagePin resource 'pin' has a problem: IMAGE_NOT_FOUND/,
  ],
  [
    "an argument of the wrong kind",
    { maxPrice: "free" },
    /ImagePin resource 'pin' has a problem: `maxPrice` must be a number\. Python writes `max_price`, Go and \.NET `MaxPrice`$/,
  ],
  [
    "an argument that is unknown",
    { frame: "JAX" },
    /ImagePin resource 'pin' has a problem: unknown argument `frame`/,
  ],
])("a pin fails for %s as it does in a preview", async (_what, inputs, text) => {
  const mocks = compshareMocks({ images: shelf });
  const made = mocks.newResource({ type: "compshare:index:ImagePin", name: "pin", inputs });
  await expect(made).rejects.toMatchObject({ code: 3, details: expect.stringMatching(text) });
});

test("onMissing gives an image where none is found, and only there", async () => {
  const asked: unknown[] = [];
  const mocks = compshareMocks({
    images: shelf,
    onMissing: (what) => {
      asked.push(what.inputs);
      return { id: "compshareImage-made-up", name: "made up" };
    },
  });
  await pulumi.runtime.setMocks(mocks);
  expect(await invoke("getCompShareImage", { name: "JAX" })).toMatchObject({ found: true, name: "made up" });
  expect(await valueOf(new ImagePin("pin", { name: "JAX" }).imageId)).toBe("compshareImage-made-up");
  await expect(invoke("getCompShareImage", { name: "SGLang" })).rejects.toThrow("IMAGE_AMBIGUOUS");
  await expect(
    mocks.newResource({ type: "compshare:index:ImagePin", name: "pin", inputs: { frame: "JAX" } }),
  ).rejects.toThrow("unknown argument");
  expect(asked).toEqual([{ name: "JAX" }, { name: "JAX" }]);
});

test("other packages keep their own mocks, and inputs are outputs without them", async () => {
  const args = { type: "aws:s3/bucket:Bucket", name: "logs", inputs: { acl: "private" } };
  const plain = compshareMocks({ images: [] });
  expect(await plain.newResource(args)).toEqual({ id: "logs_id", state: { acl: "private" } });
  expect(await plain.call({ token: "aws:index:getRegion", inputs: { a: 1 } })).toEqual({ a: 1 });
  const others: pulumi.runtime.Mocks = {
    call: () => ({ region: "eu" }),
    newResource: ({ name }) => ({ id: `own-${name}`, state: {} }),
  };
  const composed = compshareMocks({ images: [], others });
  expect(await composed.newResource(args)).toEqual({ id: "own-logs", state: {} });
  expect(await composed.call({ token: "aws:index:getRegion", inputs: {} })).toEqual({ region: "eu" });
});

test("the region of a provider that the program makes counts for what is asked through it", async () => {
  const mocks = compshareMocks({ images: shelf });
  await mocks.newResource({ type: "pulumi:providers:compshare", name: "sh", inputs: { region: "cn-sh2" } });
  const provider = "urn:pulumi:stack::project::pulumi:providers:compshare::sh::sh_id";
  const asked = mocks.call({ token: "compshare:index:getCompShareImages", inputs: {}, provider });
  await expect(asked).rejects.toThrow("cn-sh2");
});

test.each([
  ["both", { catalogFile: "a.json", images: [] }],
  ["neither", {}],
])("a catalogue file or images, not %s", (_what, options) => {
  expect(() => compshareMocks(options)).toThrow("needs `catalogFile` or `images`");
});

test.each([
  ["that is missing", "nowhere.json", /"nowhere\.json" does not exist;/],
  ["below one that is no folder", "package.json/none.json", /"package\.json\/none\.json" does not exist;/],
  ["that is none", "package.json", /schema/],
])("a file %s is an error that names it", async (_what, catalogFile, text) => {
  const call = compshareMocks({ catalogFile }).call({
    token: "compshare:index:getCompShareImages",
    inputs: {},
  });
  await expect(call).rejects.toMatchObject({ details: expect.stringMatching(text) });
});

test("an image of a test with a member of the wrong kind is an error that names the member", async () => {
  const broken = JSON.parse('[{ "id": "compshareImage-1", "price": "free" }]');
  const call = compshareMocks({ images: broken }).call({
    token: "compshare:index:getCompShareImages",
    inputs: {},
  });
  await expect(call).rejects.toThrow("listings[0].images[0].price");
});

test("the region of a provider counts too where its name has the separator of URNs", async () => {
  const mocks = compshareMocks({ images: shelf });
  const { id } = await mocks.newResource({
    type: "pulumi:providers:compshare",
    name: "team::sh",
    inputs: { region: "cn-sh2" },
  });
  const provider = `urn:pulumi:stack::project::pulumi:providers:compshare::team::sh::${id}`;
  const asked = { token: "compshare:index:getCompShareImages", inputs: {}, provider };
  await expect(mocks.call(asked)).rejects.toThrow("cn-sh2");
});
