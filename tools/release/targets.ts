import { readFile } from "node:fs/promises";
import * as z from "zod/mini";
import { ToolFailure } from "../engine/failure.ts";

const integrity = z.string().check(z.regex(/^sha(256|512)-[\w+/]+=*$/));
const npmPackage = z.object({ npm: z.string(), integrity });
const nodePackage = z.union([npmPackage, z.object({ wheel: z.string(), integrity })]);

/** A package that holds Node.js, of npm or of PyPI, and what its bytes hash to. */
export type NodePackage = z.infer<typeof nodePackage>;

const file = z.object({
  note: z.string(),
  targets: z.record(z.string(), z.intersection(z.object({ node: z.string() }), nodePackage)),
  builders: z.record(z.string(), npmPackage),
});

/** A machine that an archive is made for, and the Node.js that goes in. */
export interface Target {
  /** In Pulumi's words, such as linux-amd64. */
  readonly name: string;
  readonly os: "linux" | "darwin" | "windows";
  readonly arch: "amd64" | "arm64";
  readonly node: { readonly version: string; readonly from: NodePackage };
  /** The Node.js of the same version that prepares the bundle. */
  readonly builder: NodePackage;
}

/** All targets, or the one that is named. */
export async function readTargets(only?: string): Promise<readonly Target[]> {
  const { targets, builders } = z.parse(
    file,
    JSON.parse(await readFile("tools/release/targets.json", "utf8")),
  );
  const all = Object.entries(targets).map(([name, { node, ...from }]): Target => {
    const builder = builders[node];
    if (builder === undefined)
      throw new Error(`tools/release/targets.json has no builder of Node.js ${node}`);
    return { name, ...machine(name), node: { version: node, from }, builder };
  });
  const wanted = all.filter(({ name }) => only === undefined || name === only);
  if (wanted.length === 0)
    throw new ToolFailure(
      `--only ${only}: no such target; it is one of ${all.map(({ name }) => name).join(", ")}`,
    );
  return wanted;
}

function machine(name: string): Pick<Target, "os" | "arch"> {
  const [, os, arch] = /^(linux|darwin|windows)-(amd64|arm64)$/.exec(name) ?? [];
  return z.parse(z.object({ os: z.enum(["linux", "darwin", "windows"]), arch: z.enum(["amd64", "arm64"]) }), {
    os,
    arch,
  });
}

/** The target that runs here. */
export function ownTarget(platform: string = process.platform, arch: string = process.arch): string {
  return `${platform === "win32" ? "windows" : platform}-${arch === "x64" ? "amd64" : arch}`;
}
