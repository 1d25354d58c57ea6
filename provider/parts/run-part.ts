import type { Script } from "node:vm";
import { type CodeCache, noCodeCache } from "./code-cache.ts";

/** A part of the bundle that is compiled when it is needed. */
export interface Part {
  /** What stack traces call it. */
  readonly name: string;
  /** Its text, packed. */
  readonly packed: string;
  /** The SHA-256 of its text. */
  readonly sum: string;
}

type Wrapper = (module: object, exports: unknown, require: unknown) => void;

let cache: CodeCache = noCodeCache;
let surroundings = "";
const fresh: { readonly key: string; readonly script: Script }[] = [];

/** Where compiled code is kept, and what besides the text and Node decides how it is compiled. */
export function useCodeCache(codeCache: CodeCache, flags: string): void {
  cache = codeCache;
  surroundings = flags;
}

/** Runs a part: from its compiled code, if an earlier run has kept it, else from its text. */
export function runPart(
  { name, packed, sum }: Part,
  module: { readonly exports: unknown },
  require: unknown,
): void {
  // Not imported, so that they are loaded here and not before the port is known.
  const { Script } = process.getBuiltinModule("node:vm");
  const { zstdDecompressSync } = process.getBuiltinModule("node:zlib");
  const text = zstdDecompressSync(Buffer.from(packed, "base64")).toString("latin1");
  const key = [sum, process.version, process.platform, process.arch, surroundings].join("\n");
  const cachedData = cache.read(key);
  const script = new Script(text, {
    filename: `pulumi-resource-compshare/${name}`,
    ...(cachedData && { cachedData }),
  });
  if (cachedData === undefined || script.cachedDataRejected === true) fresh.push({ key, script });
  const run: Wrapper = script.runInThisContext();
  run(module, module.exports, require);
}

/** Keeps the code of parts that had to be compiled, with those of their functions that have been called so far. */
export function keepCode(): void {
  for (const { key, script } of fresh.splice(0)) cache.write(key, script.createCachedData());
}
