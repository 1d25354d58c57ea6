import { expect, test } from "@jest/globals";
import { ownTarget, readTargets } from "../../../../tools/release/targets.ts";
import { read } from "../../../support/docs/documents.ts";

test("there is an archive for each of the six machines that Pulumi knows", async () => {
  expect((await readTargets()).map(({ name }) => name)).toEqual([
    "linux-amd64",
    "linux-arm64",
    "darwin-amd64",
    "darwin-arm64",
    "windows-amd64",
    "windows-arm64",
  ]);
});

test("one target can be chosen, and an unknown one is refused with those that there are", async () => {
  expect(await readTargets("darwin-arm64")).toMatchObject([
    { name: "darwin-arm64", os: "darwin", arch: "arm64" },
  ]);
  await expect(readTargets("linux-x64")).rejects.toThrow(
    "--only linux-x64: no such target; it is one of linux-amd64, linux-arm64, darwin-amd64, darwin-arm64, windows-amd64, windows-arm64",
  );
});

test("what npm has locked already is the same package", async () => {
  const { packages }: { packages: Record<string, { version: string; integrity: string }> } = JSON.parse(
    read("package-lock.json"),
  );
  const both = (await readTargets()).flatMap(({ node, builder }) =>
    [node.from, builder].flatMap((from) => {
      const locked = "npm" in from ? packages[`node_modules/${from.npm}`] : undefined;
      return locked?.version === node.version ? [[from.integrity, locked.integrity]] : [];
    }),
  );
  expect(both.length).toBeGreaterThan(0);
  for (const [ours, locked] of both) expect(ours).toBe(locked);
});

test("this machine is named as Pulumi names it", () => {
  expect(ownTarget("linux", "x64")).toBe("linux-amd64");
  expect(ownTarget("win32", "arm64")).toBe("windows-arm64");
});

test("the workflow tries the archive of every target on a machine of its kind", async () => {
  const workflow = read(".github/workflows/release.yml");
  const tried = [...workflow.matchAll(/\{ runner: \S+, target: (\S+) \}/g)].map(([, target]) => target);
  expect(tried).toEqual((await readTargets()).map(({ name }) => name));
});
