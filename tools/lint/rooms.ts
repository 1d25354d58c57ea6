// Every folder of ours that holds code, and what it may import of the others. It is written here and nowhere else:
// lint's rules are derived from it.

/** The rooms of `provider/` by rank. A room imports its own files and lower ranks only. */
export const ranks: readonly (readonly string[])[] = [
  ["contract", "errors", "parts"],
  ["messages"],
  ["ucloud", "schema"],
  ["listings"],
  ["lookup"],
  ["settings"],
  ["functions", "resources"],
  ["grpc"],
];

export interface Folder {
  /** How far up it sees the rooms of `provider/`: the last of them, "none" or "all". */
  readonly sees: string;
  /** The other folders that it imports from; of tests/ that is tests/support only. */
  readonly imports: readonly string[];
  readonly rule: string;
}

const product = ["cli", "mocks", "simulator"];

/** The folders beside `provider/`. None of them imports from sdk/ or examples/: those come as a package or as a copy. */
export const folders: Readonly<Record<string, Folder>> = {
  cli: {
    sees: "settings",
    imports: ["simulator"],
    rule: "cli/ uses settings, lookup and what they stand on, and the simulator; never functions, resources or grpc.",
  },
  mocks: {
    sees: "resources",
    imports: [],
    rule: "mocks/ uses functions, resources and what they stand on; never grpc.",
  },
  simulator: {
    sees: "none",
    imports: [],
    rule: "simulator/ is CompShare's side: it imports nothing of ours, so that it shares no mistake with the plugin.",
  },
  tests: {
    sees: "all",
    imports: [...product, "tools", "bench"],
    rule: "tests/ takes SDKs and examples as users do, by package or as a copy, never by path.",
  },
  tools: {
    sees: "all",
    imports: [...product, "tests"],
    rule: "tools/ imports the product and tests/support only.",
  },
  bench: {
    sees: "all",
    imports: [...product, "tools", "tests"],
    rule: "bench/ imports the product, tools/ and tests/support only.",
  },
  sdk: { sees: "none", imports: [], rule: "sdk/ imports nothing of ours by path." },
  examples: { sees: "none", imports: [], rule: "examples/ imports nothing of ours by path." },
};

/** Packages and modules of Node that one folder or file keeps to itself, within a larger folder. */
export interface Kept {
  readonly names: readonly string[];
  readonly within: string;
  readonly home: string;
}

/** What appears in exactly one place. */
export const kept: readonly Kept[] = [
  { names: ["undici", "http", "https", "crypto"], within: "provider", home: "provider/ucloud" },
  {
    names: ["@grpc", "@pulumi", "google-protobuf", "pbf", "http2"],
    within: "provider",
    home: "provider/grpc",
  },
  { names: ["process"], within: "provider", home: "provider/main.ts" },
  { names: ["undici", "http", "https", "http2"], within: "cli", home: "cli/forge-http.ts" },
  { names: ["process"], within: "cli", home: "cli/environment.ts" },
];

/** Globals that one file of a program uses and hands on. */
export interface Globals {
  /** Reads `process.env`. */
  readonly environment: string;
  /** Calls `fetch`; none does without it. */
  readonly fetch?: string;
  /** Rooms that load modules of Node late, by `process.getBuiltinModule`, past the rules about imports. */
  readonly late?: readonly string[];
  readonly http: string;
}

/** The programs that users run. */
export const programs: Readonly<Record<string, Globals>> = {
  provider: {
    environment: "provider/main.ts",
    late: ["provider/grpc", "provider/parts"],
    http: "HTTP goes through undici's request in provider/ucloud.",
  },
  cli: {
    environment: "cli/environment.ts",
    fetch: "cli/forge-http.ts",
    http: "HTTP goes to CompShare through a lookup, and to forges through cli/forge-http.ts.",
  },
};
