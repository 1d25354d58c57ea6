/** A line of code in a file, and what lint says about it: nothing when it is right. */
export type Line = readonly [file: string, code: string, rule?: string];

/** Each room's rank, and the other rooms that it may import. */
const rooms: Readonly<Record<string, readonly [rank: number, seen: string]>> = {
  contract: [0, ""],
  errors: [0, ""],
  parts: [0, ""],
  messages: [1, "contract errors parts"],
  ucloud: [2, "contract errors parts messages"],
  schema: [2, "contract errors parts messages"],
  listings: [3, "contract errors parts messages ucloud schema"],
  lookup: [4, "contract errors parts messages ucloud schema listings"],
  settings: [5, "contract errors parts messages ucloud schema listings lookup"],
  functions: [6, "contract errors parts messages ucloud schema listings lookup settings"],
  resources: [6, "contract errors parts messages ucloud schema listings lookup settings"],
  grpc: [7, "contract errors parts messages ucloud schema listings lookup settings functions resources"],
};

const rankOf4 = "provider/lookup has rank 4: it imports its own room and lower ranks only.";
const neverUp = "Rooms never reach up: main.ts imports compose.ts, and compose.ts imports the rooms.";
const nothingOutside = "The plugin imports nothing from outside provider/.";
const contractAlone = "The contract imports zod and its own files only.";
const ofUcloud = "undici, http, https, crypto: imported by provider/ucloud only.";
const ofGrpc = "@grpc, @pulumi, google-protobuf, pbf, http2: imported by provider/grpc only.";
const ofMain = "process: imported by provider/main.ts only.";
const envOfMain = "process.env is read in provider/main.ts only and handed on.";
const loadedLate = "Modules of Node are imported; only provider/grpc and provider/parts load theirs late.";
const httpOfProvider = "HTTP goes through undici's request in provider/ucloud.";
const cli =
  "cli/ uses settings, lookup and what they stand on, and the simulator; never functions, resources or grpc.";
const ofForges = "undici, http, https, http2: imported by cli/forge-http.ts only.";
const ofEnvironment = "process: imported by cli/environment.ts only.";
const envOfCli = "process.env is read in cli/environment.ts only and handed on.";
const httpOfCli = "HTTP goes to CompShare through a lookup, and to forges through cli/forge-http.ts.";
const mocks = "mocks/ uses functions, resources and what they stand on; never grpc.";
const simulator =
  "simulator/ is CompShare's side: it imports nothing of ours, so that it shares no mistake with the plugin.";
const tests = "tests/ takes SDKs and examples as users do, by package or as a copy, never by path.";
const tools = "tools/ imports the product and tests/support only.";
const bench = "bench/ imports the product, tools/ and tests/support only.";
const sdk = "sdk/ imports nothing of ours by path.";
const examples = "examples/ imports nothing of ours by path.";

const anyWayOfWriting: readonly Line[] = [
  ["provider/lookup/a.ts", 'import { a } from "../grpc/x.ts";', rankOf4],
  ["provider/lookup/a.ts", 'import type { B } from "../grpc/x.ts";', rankOf4],
  ["provider/lookup/a.ts", 'export { c } from "../grpc/x.ts";', rankOf4],
  ["provider/lookup/a.ts", 'export * from "../grpc/x.ts";', rankOf4],
  ["provider/lookup/a.ts", 'export const d = () => import("../grpc/x.ts");', rankOf4],
  ["provider/lookup/a.ts", 'import "./../grpc/x.ts";', rankOf4],
  ["provider/lookup/a.ts", 'import "../../provider/grpc/x.ts";', rankOf4],
  ["provider/lookup/filters/a.ts", 'import "../../grpc/x.ts";', rankOf4],
  ["provider/lookup/filters/a.ts", 'import "../order.ts";'],
  ["provider/lookup/filters/a.ts", 'import "../../listings/x.ts";'],
];

const insideThePlugin: readonly Line[] = [
  ["provider/grpc/a.ts", 'import "../compose.ts";', neverUp],
  ["provider/messages/a.ts", 'import "../main.ts";', neverUp],
  ["provider/compose.ts", 'import "./main.ts";', neverUp],
  ["provider/compose.ts", 'import "./grpc/x.ts";'],
  ["provider/main.ts", 'import "./compose.ts";'],
  ["provider/main.ts", 'import "../package.json";'],
  ...["cli", "mocks", "simulator", "tests", "tools", "bench", "sdk", "examples"].flatMap((folder): Line[] => [
    ["provider/settings/a.ts", `import "../../${folder}/x.ts";`, nothingOutside],
    ["provider/main.ts", `import "../${folder}/x.ts";`, nothingOutside],
  ]),
  ["provider/contract/a.ts", 'import "node:path";', contractAlone],
  ["provider/contract/a.ts", 'import "semver";', contractAlone],
  ["provider/contract/a.ts", 'import "zodiac";', contractAlone],
  ["provider/contract/a.ts", 'import "zod/mini";'],
  ["provider/contract/a.ts", 'import "./field.ts";'],
  ["provider/schema/a.ts", 'import "semver";'],
];

const keptInOnePlace: readonly Line[] = [
  ...["undici", "undici/types", "node:crypto", "crypto", "node:http", "node:https"].flatMap(
    (name): Line[] => [
      ["provider/ucloud/a.ts", `import "${name}";`],
      ["provider/listings/a.ts", `import "${name}";`, ofUcloud],
      ["provider/grpc/a.ts", `import "${name}";`, ofUcloud],
      ["provider/compose.ts", `import "${name}";`, ofUcloud],
    ],
  ),
  ...[
    "@grpc/grpc-js",
    "@pulumi/pulumi/proto/provider_pb.js",
    "google-protobuf",
    "pbf",
    "node:http2",
    "http2",
  ].flatMap((name): Line[] => [
    ["provider/grpc/a.ts", `import "${name}";`],
    ["provider/ucloud/a.ts", `import "${name}";`, ofGrpc],
    ["provider/resources/a.ts", `import "${name}";`, ofGrpc],
    ["provider/main.ts", `import "${name}";`, ofGrpc],
  ]),
  ["provider/ucloud/a.ts", 'import "undici-types";'],
  ["provider/main.ts", "export const a = process.env;"],
  ["provider/main.ts", 'import "node:process";'],
  ["provider/main.ts", 'export const b = fetch("x");', httpOfProvider],
  ["provider/main.ts", 'export const c = globalThis.fetch("x");', httpOfProvider],
  ["provider/settings/a.ts", 'export const a = process.env["A"];', envOfMain],
  ["provider/settings/a.ts", "export const { env } = process;", envOfMain],
  ["provider/settings/a.ts", "export const c = globalThis.process.env;", envOfMain],
  ["provider/settings/a.ts", 'import { env as d } from "node:process";', ofMain],
  ["provider/ucloud/a.ts", 'export const a = fetch("x");', httpOfProvider],
  ["provider/ucloud/a.ts", 'export const b = globalThis.fetch("x");', httpOfProvider],
  ["provider/parts/a.ts", 'export const a = process.getBuiltinModule("node:vm");'],
  ["provider/grpc/a.ts", 'export const a = process.getBuiltinModule("node:http2");'],
  ["provider/lookup/a.ts", 'export const x = process.getBuiltinModule("node:crypto");', loadedLate],
  [
    "cli/find.ts",
    'export const c = process.getBuiltinModule("node:https");',
    "Modules of Node are imported.",
  ],
];

const besideThePlugin: readonly Line[] = [
  ...["contract", "messages", "listings", "lookup", "settings"].map(
    (room): Line => ["cli/find.ts", `import "../provider/${room}/x.ts";`],
  ),
  ...["functions", "resources", "grpc"].map(
    (room): Line => ["cli/find.ts", `import "../provider/${room}/x.ts";`, cli],
  ),
  ["cli/find.ts", 'import "../provider/compose.ts";', cli],
  ["cli/simulate.ts", 'import "../simulator/simulator.ts";'],
  ...["mocks", "tests", "tools", "bench", "sdk", "examples"].map(
    (folder): Line => ["cli/find.ts", `import "../${folder}/x.ts";`, cli],
  ),
  ["cli/find.ts", 'import "undici";', ofForges],
  ["cli/find.ts", 'import "node:https";', ofForges],
  ["cli/find.ts", 'export const a = fetch("x");', httpOfCli],
  ["cli/find.ts", "export const b = process.env;", envOfCli],
  ["cli/find.ts", 'import "node:process";', ofEnvironment],
  ["cli/forge-http.ts", 'import "node:https";'],
  ["cli/forge-http.ts", 'export const a = fetch("x");'],
  ["cli/forge-http.ts", "export const b = process.env;", envOfCli],
  ["cli/forge-http.ts", 'import "../provider/grpc/x.ts";', cli],
  ["cli/environment.ts", "export const a = process.env;"],
  ["cli/environment.ts", 'export const b = fetch("x");', httpOfCli],
  ["cli/environment.ts", 'import "../provider/grpc/x.ts";', cli],

  ["mocks/a.ts", 'import "../provider/functions/x.ts";'],
  ["mocks/a.ts", 'import "../provider/resources/x.ts";'],
  ["mocks/a.ts", 'import "../provider/grpc/x.ts";', mocks],
  ["mocks/a.ts", 'import "../provider/compose.ts";', mocks],
  ["mocks/a.ts", 'import "../tests/support/x.ts";', mocks],

  ["simulator/state/a.ts", 'import "../actions/x.ts";'],
  ...["provider/contract", "provider/grpc", "provider/ucloud", "cli", "tests", "tools", "bench"].map(
    (folder): Line => ["simulator/state/a.ts", `import "../../${folder}/x.ts";`, simulator],
  ),

  ...["provider/grpc", "simulator", "tools", "bench", "cli", "mocks"].map(
    (folder): Line => ["tests/unit/a.ts", `import "../../${folder}/x.ts";`],
  ),
  ["tests/unit/a.ts", 'import "../../sdk/nodejs/index.ts";', tests],
  ["tests/unit/a.ts", 'import "../../examples/ci/x.ts";', tests],

  ...["provider/grpc", "simulator", "cli", "mocks", "tests/support/docs"].map(
    (folder): Line => ["tools/user/a.ts", `import "../../${folder}/x.ts";`],
  ),
  ...["tests/unit", "tests/state", "tests/grpc", "bench", "sdk", "examples"].map(
    (folder): Line => ["tools/user/a.ts", `import "../../${folder}/x.ts";`, tools],
  ),

  ...["provider/grpc", "simulator", "tools", "tests/support/plugin"].map(
    (folder): Line => ["bench/speed/a.ts", `import "../../${folder}/x.ts";`],
  ),
  ...["tests/faults", "sdk", "examples"].map(
    (folder): Line => ["bench/speed/a.ts", `import "../../${folder}/x.ts";`, bench],
  ),

  ["sdk/nodejs/a.ts", 'import "./utilities";'],
  ["sdk/nodejs/a.ts", 'import "@pulumi/pulumi";'],
  ["sdk/nodejs/a.ts", 'import "../../provider/contract/x.ts";', sdk],
  ["sdk/nodejs/a.ts", 'import "../../tools/x.ts";', sdk],
  ["examples/ci/typescript/a.ts", 'import "pulumi-compshare";'],
  ["examples/ci/typescript/a.ts", 'import "./rules";'],
  ["examples/ci/typescript/a.ts", 'import "../../../sdk/nodejs";', examples],
  ["examples/ci/typescript/a.ts", 'import "../../../provider/contract/x.ts";', examples],
];

const betweenRooms: readonly Line[] = Object.entries(rooms).flatMap(([room, [rank, seen]]) =>
  Object.keys(rooms).map((other): Line => {
    const line = [`provider/${room}/ranks.ts`, `import "../${other}/x.ts";`] as const;
    return other === room || seen.split(" ").includes(other)
      ? line
      : [...line, `provider/${room} has rank ${rank}: it imports its own room and lower ranks only.`];
  }),
);

const cycle: readonly Line[] = [
  ["provider/listings/one.ts", 'import type { Other } from "./other.ts"; export type One = Other[];'],
  ["provider/listings/other.ts", 'import type { One } from "./one.ts"; export type Other = One | 1;'],
];

/** Wrong and right lines of every folder. */
export const lines: readonly Line[] = [
  ...anyWayOfWriting,
  ...insideThePlugin,
  ...keptInOnePlace,
  ...besideThePlugin,
  ...betweenRooms,
  ...cycle,
];
