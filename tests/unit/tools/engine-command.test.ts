import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { releasePlatform } from "../../../tools/engine/release-archive.ts";
import { type Checkout, createCheckout } from "../../support/tools/checkout.ts";
import { until } from "../../support/until.ts";

const bothWaysOut =
  "either install Go 1.26.6 or newer (https://go.dev/dl) so that the engine can be built, or put a complete pulumi " +
  "v3.274.1 or newer on PATH (https://www.pulumi.com/docs/iac/download-install).";

let root: string;
let checkout: Checkout;

beforeEach(async () => {
  checkout = await createCheckout();
  root = checkout.root;
});

afterEach(() => checkout.remove());

const engine: Checkout["engine"] = (...args) => checkout.engine(...args);
const onPath: Checkout["onPath"] = (...args) => checkout.onPath(...args);
const fakeGo: Checkout["fakeGo"] = (build) => checkout.fakeGo(build);

async function builds(): Promise<string[]> {
  return (await readFile(join(root, "builds"), "utf8")).trim().split("\n");
}

function failure(sentence: string): unknown {
  return { code: 1, stdout: "", stderr: `error: ${sentence}\n` };
}

/** What comes before a build, or before the reason why there is none. */
const notDownloaded = `Pulumi v3.274.1 is not downloaded: tools/engine/releases.json has no SHA-256 for ${releasePlatform()} yet.\n`;

function failureToBuild(sentence: string): unknown {
  return { code: 1, stdout: "", stderr: `${notDownloaded}error: ${sentence}\n` };
}

test("without pulumi and without Go one sentence names both ways out", async () => {
  expect(await engine().done).toEqual(
    failureToBuild(`There is no pulumi on PATH and Go is not on PATH: ${bothWaysOut}`),
  );
});

test.each(["v3.99.0", "v3.274.0", "3.274.1-alpha.x1a2b"])(
  "the pulumi %s is named as too old",
  async (version) => {
    await onPath("pulumi", `echo ${version}`);

    expect(await engine().done).toEqual(
      failureToBuild(
        `The pulumi on PATH is ${version}, which is too old, and Go is not on PATH: ${bothWaysOut}`,
      ),
    );
  },
);

test.each(["", "v3", "latest", "3.274", "v3.274.1 extra"])(
  "a pulumi that calls its version %j is as good as none",
  async (version) => {
    await onPath("pulumi", `echo "${version}"`);

    expect(await engine().done).toEqual(
      failureToBuild(`There is no pulumi on PATH and Go is not on PATH: ${bothWaysOut}`),
    );
  },
);

test("a Go that is too old is named as such", async () => {
  await onPath("go", "echo go1.22.1");

  expect(await engine().done).toEqual(
    failureToBuild(`There is no pulumi on PATH and the Go on PATH (1.22.1) is too old: ${bothWaysOut}`),
  );
});

test("a recent pulumi without its YAML host is not enough", async () => {
  await onPath("pulumi", "echo v3.274.1");

  expect(await engine().done).toEqual(
    failureToBuild(
      `The pulumi v3.274.1 on PATH has no pulumi-language-yaml beside it and Go is not on PATH: ${bothWaysOut}`,
    ),
  );
});

test.each(["v4.1.0", "v3.274.1", "3.274.1+dirty", "v3.275.0-alpha.x1a2b"])(
  "the pulumi %s with its hosts is used as it is",
  async (version) => {
    await onPath("pulumi", `echo ${version}`);
    await onPath("pulumi-language-yaml", "");
    await onPath("pulumi-language-nodejs", "");

    expect(await engine().done).toEqual({
      code: 0,
      stdout: `pulumi ${version} (found on PATH): ${join(root, "path", "pulumi")}\n`,
      stderr: "",
    });
    expect(await readdir(root)).not.toContain(".engine");
  },
);

test("a recent pulumi without a Node host gets ours", async () => {
  await onPath("pulumi", "echo v3.274.1");
  await onPath("pulumi-language-yaml", "");

  expect(await engine().done).toMatchObject({ code: 0, stderr: "" });
  expect(await readdir(join(root, ".engine/bin"))).toContain("pulumi-language-nodejs");
});

test("COMPSHARE_ENGINE=built passes over a recent pulumi, and nothing else is allowed there", async () => {
  await onPath("pulumi", "echo v4.1.0");
  await fakeGo('echo "#!/bin/sh" > "$target"');

  expect(await engine({ COMPSHARE_ENGINE: "built" }).done).toMatchObject({
    code: 0,
    stdout: `pulumi v3.274.1 (built from its Go module): ${join(root, ".engine/bin/pulumi")}\n`,
    stderr: expect.not.stringContaining("is not downloaded"),
  });
  expect(await engine({ COMPSHARE_ENGINE: "path" }).done).toEqual(
    failure(
      'COMPSHARE_ENGINE is "path"; allowed is "built", or leave it unset to prefer the pulumi on PATH.',
    ),
  );
});

test("a failed build shows the last lines of go", async () => {
  await fakeGo('echo example.com/fine >&2; echo "main.go:3:1: undefined: wine" >&2; exit 1');

  expect(await engine().done).toMatchObject({
    code: 1,
    stdout: "",
    stderr: expect.stringMatching(
      /error: go could not build the Pulumi CLI v3\.274\.1; its last lines:\nmain\.go:3:1: undefined: wine\n$/,
    ),
  });
  expect(await readdir(join(root, ".engine/bin"))).toEqual([]);
});

test("two commands at once build each program once, and both succeed", async () => {
  await fakeGo('/bin/sleep 0.5; echo "#!/bin/sh" > "$target"');

  const results = await Promise.all([engine().done, engine().done]);

  expect(results.map(({ code }) => code)).toEqual([0, 0]);
  expect(await builds()).toEqual([
    "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
    "github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml",
  ]);
});

test("a killed build leaves no half executable, and the next one starts at once", async () => {
  await fakeGo(`echo half > "$target"; echo $$ > "${root}/go-pid"; exec /bin/sleep 60`);
  const killed = engine();
  await until(() => existsSync(join(root, "go-pid")));
  killed.signal("SIGKILL");
  process.kill(Number(await readFile(join(root, "go-pid"), "utf8")), "SIGKILL");
  expect((await killed.done).code).toBe(137);
  expect(await readdir(join(root, ".engine/bin"))).not.toContain("pulumi");

  await fakeGo('echo "#!/bin/sh" > "$target"');
  expect(await engine().done).toMatchObject({ code: 0, stderr: expect.not.stringContaining("Waiting") });

  const left = await readdir(join(root, ".engine/bin"));
  expect(left.filter((name) => name.startsWith("."))).toEqual([]);
});

test("an interrupted build stops go and cleans up", async () => {
  await fakeGo(`echo half > "$target"; echo $$ > "${root}/go-pid"; exec /bin/sleep 60`);
  const interrupted = engine();
  await until(() => existsSync(join(root, "go-pid")));
  interrupted.signal("SIGINT");

  expect(await interrupted.done).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("error: The build of the Pulumi CLI v3.274.1 was stopped.\n"),
  });
  expect(await readdir(join(root, ".engine/bin"))).toEqual([]);
});
