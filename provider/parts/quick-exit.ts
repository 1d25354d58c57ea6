/** Modules of Node's own that a lookup needs and that nothing has loaded yet. */
const modules = ["node:vm", "node:zlib", "node:fs/promises", "node:perf_hooks"];

/**
 * Has V8 compile WebAssembly once, with its quick compiler. undici's HTTP parser is WebAssembly; V8 compiles it again for
 * speed in a thread of its own, and a process that ends waits for that thread, ten times as long as it takes to end
 * otherwise. Bodies do not go through the parser byte by byte, so the quick code is fast enough.
 */
export function compileWasmOnce(): void {
  // Compiled code is refused after a change of flags, also that of Node's own modules.
  for (const name of modules) process.getBuiltinModule(name);
  const { setFlagsFromString } = process.getBuiltinModule("node:v8");
  setFlagsFromString("--no-wasm-tier-up");
  setFlagsFromString("--no-wasm-dynamic-tiering");
}
