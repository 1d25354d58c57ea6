/** Modules of Node's own that a lookup needs and that nothing has loaded yet. */
const modules = ["node:vm", "node:zlib", "node:fs/promises", "node:perf_hooks"];

/**
 * How V8 runs the rest of the plugin.
 *
 * WebAssembly is compiled once, by V8's quick compiler. undici's HTTP parser is WebAssembly; V8 compiles it again for speed
 * in a thread of its own, and a process that ends waits for that thread, five times as long as it takes to end otherwise.
 * Bodies do not go through the parser byte by byte, so the quick code is fast enough.
 *
 * The part of the heap for new objects does not grow: for a listing of 20,000 images it would take 50 MB more, and nothing
 * is faster for it.
 */
export function setV8Flags(): void {
  // Compiled code is refused after a change of flags, also that of Node's own modules.
  for (const name of modules) process.getBuiltinModule(name);
  const { setFlagsFromString } = process.getBuiltinModule("node:v8");
  setFlagsFromString("--no-wasm-tier-up");
  setFlagsFromString("--no-wasm-dynamic-tiering");
  setFlagsFromString("--semi-space-growth-factor=1");
}
