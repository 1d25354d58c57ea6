/** What the words behind the command ask the executable to do. */
export type Start =
  | { readonly asks: "help" | "version" }
  | { readonly asks: "serve"; readonly engine: string | undefined }
  /** The first argument that neither an engine nor a person would pass. */
  | { readonly asks: "unknown"; readonly word: string };

/** Words of people. The engine always gives `-v` a level, so without one it is a person who asks for the version. */
const asked: ReadonlyMap<string, "help" | "version"> = new Map([
  ["help", "help"],
  ["--help", "help"],
  ["-h", "help"],
  ["version", "version"],
  ["--version", "version"],
  ["-v", "version"],
]);

/** Flags that engines are known to pass; `--tracing` takes the next word. */
const engineFlag = /^(--logtostderr|--tracing|-v=\d+|--tracing=.*)$/;

/**
 * Reads the words behind the command. An engine writes `[--logtostderr] [-v=N] [--tracing ENDPOINT] ADDRESS`; a person who
 * debugs the plugin writes nothing. Anything else is a mistake, and to wait for an engine then is to wait for ever.
 *
 * Flags that nobody knows are accepted in front of an address, with or without a word of their own behind each: they can
 * only come from a newer engine, which must not fail for them. Without an address no engine can have sent them.
 */
export function readStartWords(words: readonly string[]): Start {
  const first = words[0] ?? "-";
  // The last one: the endpoint of tracing may look like an address too, and stands before the engine's.
  const engine = words.findLast(isEngineAddress);
  if (engine !== undefined && (first.startsWith("-") || isEngineAddress(first)))
    return { asks: "serve", engine };
  const question = words.map((word) => asked.get(word)).find((one) => one !== undefined);
  if (question !== undefined) return { asks: question };
  const odd = words.find((word, index) => !engineFlag.test(word) && words[index - 1] !== "--tracing");
  return odd === undefined ? { asks: "serve", engine: undefined } : { asks: "unknown", word: odd };
}

/** Whether a word is `host:port`; an IPv6 address stands in brackets. */
function isEngineAddress(word: string): boolean {
  const port = Number(/^(?:[a-z\d._-]+|\[[a-f\d:.]+(?:%[\w.-]+)?\]):(\d{1,5})$/i.exec(word)?.[1]);
  return port >= 1 && port <= 65_535;
}
