import { mkdtemp, readdir, readFile, readlink, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import { documentOf } from "../support/cli/documents-of.ts";
import { type CliResult, runCli } from "../support/cli/run-cli.ts";
import { familyImage } from "../support/engine/pin-stacks.ts";
import { day, fileName } from "../support/listings/catalogue-files.ts";
import { environmentOf } from "../support/simulator/environment-of.ts";

let simulator: Simulator;
let environment: Readonly<Record<string, string>>;
let folder: string;

beforeAll(async () => {
  simulator = await startSimulator();
  environment = environmentOf(simulator);
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "compshare-snapshot-"));
});
afterEach(() => rm(folder, { recursive: true }));
afterAll(() => simulator.close());

function snapshot(...words: readonly string[]): Promise<CliResult> {
  return runCli(["snapshot", ...words], { environment, cwd: folder });
}

function read(name = fileName): Promise<string> {
  return readFile(join(folder, name), "utf8");
}

test("a snapshot has an image a line, ordered by ID, with its members in one order", async () => {
  const { code, stdout, stderr } = await snapshot();
  expect({ code, stdout, stderr }).toEqual({
    code: 0,
    stdout: `${fileName}: 72 platform images of cn-wlcb, 42 community images of cn-wlcb; written\n`,
    stderr: "",
  });
  const lines = (await read()).split("\n");
  expect(lines[0]).toBe(`{"schema":"compshare-catalog/1","takenAt":"${day(0)}","listings":[`);
  expect(lines[1]).toBe('{"source":"platform","region":"cn-wlcb","images":[');
  expect(lines[2]).toBe(
    '{"id":"compshareImage-10gomwg2dlj1","name":"cuda130_torch2100_py312","imageType":"App","status":"Available","author":"UCloud","description":"预装 PyTorch 2.10.0、CUDA 13.0、Python 3.12，开箱即用","tags":["pytorch，Pytorch"],"official":true,"authInfo":1,"imageOwnerAlias":"Official","container":true,"sizeMb":51200,"price":0,"visibility":1,"framework":"PyTorch","frameworkVersion":"2.10.0","cudaVersion":"13.0","pythonVersion":"3.12","osVersion":"Ubuntu 22.04","frameworkVersionIndex":0,"gpuTypes":["3090","4090","4090_48G","5090","A100","A800","H20"],"createdAt":"2026-02-09T10:03:38Z","publishedAt":"2026-02-11T09:33:45Z"},',
  );
  expect(await readdir(folder)).toEqual([fileName]);
});

test("a second snapshot changes nothing, and --check finds nothing", async () => {
  await snapshot();
  const first = await read();
  expect((await snapshot()).stdout).toContain("; nothing differs\n");
  expect(await read()).toBe(first);
  expect(await snapshot("--check")).toMatchObject({ code: 0 });
});

test("what changed is named, and found by --check without writing", async () => {
  await snapshot("--source", "platform");
  const before = await read();
  const image = familyImage("snapshot v1", "snapshot-1", 5);
  simulator.putImage(image);
  simulator.patchImage("compshareImage-1pv2luuyhfr1", { Price: 2 });
  const check = await snapshot("--check");
  expect(check.code).toBe(7);
  expect(check.stdout.split("\n")).toEqual([
    `${fileName}: 73 platform images of cn-wlcb; has to be written`,
    '  ~  "vLLM v0.12.0"  compshareImage-1pv2luuyhfr1  price',
    '  +  "snapshot v1"   compshareImage-snapshot-1',
    "",
  ]);
  expect(await read()).toBe(before);
  const written = documentOf((await snapshot("--json")).stdout);
  expect(written).toMatchObject({
    schema: "compshare-snapshot/1",
    changed: true,
    written: true,
    listings: [{ source: "platform", region: "cn-wlcb", images: 73 }],
    changes: [
      { kind: "changed", name: "vLLM v0.12.0", members: ["price"] },
      { kind: "added", id: image.CompShareImageId },
    ],
  });
  expect(await snapshot("--check")).toMatchObject({ code: 0 });
  simulator.removeImage(image.CompShareImageId);
  expect((await snapshot()).stdout).toContain('  -  "snapshot v1"  compshareImage-snapshot-1\n');
});

test("counters, owners and texts that nobody chooses by are left out, and the owner stays for shared images", async () => {
  await snapshot("--source", "any");
  const text = await read();
  expect(text).not.toMatch(
    /createdCount|favoritesCount|imageUseTime|qrCodeUrl|cover|readme|ownerAccountName/,
  );
  const listings: readonly { source: string; images: readonly object[] }[] = JSON.parse(text).listings;
  expect(listings.map(({ source }) => source)).toEqual([
    "platform",
    "custom",
    "shared",
    "published",
    "community",
  ]);
  const owners = listings.filter(({ images }) => images.some((image) => "ownerAccountId" in image));
  expect(owners.map(({ source }) => source)).toEqual(["shared"]);
});

test("a file of 7 days is written anew although nothing differs, one of 6 is not", async () => {
  await snapshot();
  const text = await read();
  for (const [age, code] of [
    [6, 0],
    [7, 7],
  ] as const) {
    await writeFile(join(folder, fileName), text.replace(day(0), day(-age)));
    expect(await snapshot("--check")).toMatchObject({ code });
  }
  await snapshot();
  expect(await read()).toBe(text);
});

test("a snapshot keeps the listings that the file has, unless others are asked for", async () => {
  await snapshot("--source", "platform", "--region", "cn-wlcb", "--region", "cn-sh2", "-o", "other.json");
  const again = documentOf((await snapshot("-o", "other.json", "--json")).stdout);
  expect(again).toMatchObject({
    file: join(folder, "other.json"),
    changed: false,
    listings: [
      { source: "platform", region: "cn-sh2" },
      { source: "platform", region: "cn-wlcb" },
    ],
  });
});

test("a broken catalogue file is written over only with what to list, and a file that is none never", async () => {
  await snapshot();
  const broken = `<<<<<<< HEAD\n${await read()}`;
  await writeFile(join(folder, fileName), broken);
  const refused = await snapshot();
  expect(refused).toEqual({
    code: 1,
    stdout: "",
    stderr: `error: ${join(folder, fileName)} is broken, so what it listed is not known; say what to list with --source and --region, or restore the file\n`,
  });
  expect(await read()).toBe(broken);
  expect(await snapshot("--source", "platform")).toMatchObject({ code: 0 });
  await writeFile(join(folder, "package.json"), '{"name":"mine"}');
  const { code, stderr } = await snapshot("-o", "package.json");
  expect(code).toBe(1);
  expect(stderr).toContain("package.json is no catalogue file; remove it, or choose another one with -o");
  expect(await read("package.json")).toBe('{"name":"mine"}');
});

test.each(["compshare-catalog/2", "compshare-catalog/1.1"])(
  "a file of the schema %s is not written over, whatever is asked for",
  async (schema) => {
    await snapshot();
    const newer = (await read()).replace("compshare-catalog/1", schema);
    await writeFile(join(folder, fileName), newer);
    for (const words of [[], ["--check"], ["--source", "platform"]])
      expect(await snapshot(...words)).toEqual({
        code: 1,
        stdout: "",
        stderr: `error: ${join(folder, fileName)} has the schema "${schema}", and this version writes compshare-catalog/1; update compshare-images, or choose another file with -o\n`,
      });
    expect(await read()).toBe(newer);
  },
);

test("the releases file is told of as it is found, written and compared", async () => {
  await snapshot("--source", "platform");
  await writeFile(join(folder, "a.py"), "# compshare: name=ComfyUI\nid = 'compshareImage-1a'\n");
  const releases = "compshare.releases.json";
  const catalogue = `${fileName}: 72 platform images of cn-wlcb; nothing differs\n`;
  expect(await snapshot("--check")).toMatchObject({
    code: 7,
    stdout: `${catalogue}${releases}: has to be written\n`,
  });
  const document = async (...words: readonly string[]): Promise<unknown> =>
    documentOf((await snapshot("--json", ...words)).stdout);
  const file = join(folder, releases);
  expect(await document("--check")).toMatchObject({
    changed: true,
    written: false,
    releases: { file, changed: true },
  });
  expect((await snapshot()).stdout).toBe(`${catalogue}${releases}: written\n`);
  expect((await snapshot()).stdout).toBe(`${catalogue}${releases}: nothing differs\n`);
  expect(await document()).toMatchObject({
    changed: false,
    written: false,
    releases: { file, changed: false },
  });
  await writeFile(file, "{}");
  expect(await document()).toMatchObject({ changed: true, written: true, releases: { changed: true } });
});

test("a catalogue file that is a link stays one", async () => {
  await writeFile(join(folder, "real.json"), "");
  await symlink("real.json", join(folder, fileName));
  expect(await snapshot("--source", "platform")).toMatchObject({ code: 0 });
  expect(await readlink(join(folder, fileName))).toBe("real.json");
  expect((await read("real.json")).split("\n")[1]).toBe('{"source":"platform","region":"cn-wlcb","images":[');
});

test("a snapshot asks CompShare although a catalogue file is configured, and writes that file", async () => {
  const configured = { ...environment, COMPSHARE_CATALOG_FILE: "mine.json" };
  const { code, stdout } = await runCli(["snapshot"], { environment: configured, cwd: folder });
  expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining("; written\n") });
  expect(await readdir(folder)).toEqual(["mine.json"]);
});

test.each([
  ["that is not there", "none", "(ENOENT); create its folder first"],
  ["that is a file", "file", "(ENOTDIR)"],
])("a folder %s is a failure of one sentence", async (_, name, reason) => {
  await writeFile(join(folder, "file"), "");
  const { code, stderr } = await snapshot("-o", `${name}/compshare.catalog.json`);
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: `error: ${join(folder, name, "compshare.catalog.json")} cannot be written ${reason}\n`,
  });
});

test("a snapshot answers find as CompShare does", async () => {
  await snapshot();
  for (const words of [
    ["--framework", "PyTorch", "--cuda-version", "13.x"],
    ["--source", "community", "--author", "UCloud"],
    ["--tags", "深度学习"],
  ]) {
    const live = await runCli(["find", "--id-only", ...words], { environment, cwd: folder });
    const file = await runCli(["find", "--id-only", "--catalog", fileName, ...words], { cwd: folder });
    expect({ words, ids: file.stdout }).toEqual({ words, ids: live.stdout });
  }
});
