import type { OxlintOverride } from "oxlint";
import { type Folder, folders, type Globals, kept, programs, ranks } from "./rooms.ts";

interface Pattern {
  readonly regex: string;
  readonly message: string;
}

// Relative paths as they are written, `./../x` and the way round through `provider/` included.
const up = String.raw`^(\./)?(\.\./)+`;

const nothingOutside: Pattern = {
  regex: `${up}(${Object.keys(folders).join("|")})/`,
  message: "The plugin imports nothing from outside provider/.",
};

const contractAlone: Pattern = {
  // Packages other than zod; lint's regular expressions have no look-ahead.
  regex: "^([^.z]|z([^o]|o([^d]|d[^/])))",
  message: "The contract imports zod and its own files only.",
};

/** Lint's rules about who imports whom. Of two overrides for a file the later one counts, so each of them is whole. */
export function importRules(): OxlintOverride[] {
  return [
    importRule("provider/main.ts", [nothingOutside, ...keptFrom("provider", "provider/main.ts")]),
    importRule("provider/compose.ts", [
      neverUp(String.raw`^\./main\.ts$`),
      nothingOutside,
      ...keptFrom("provider", "provider/compose.ts"),
    ]),
    ...ranks.flatMap((rooms, rank) => rooms.map((room) => roomRule(room, rank))),
    ...Object.entries(folders).flatMap(([name, folder]) => folderRules(name, folder)),
    ...Object.entries(programs).flatMap(([folder, globals]) => globalRules(folder, globals)),
  ];
}

function importRule(files: string, patterns: readonly Pattern[]): OxlintOverride {
  return { files: [files], rules: { "no-restricted-imports": ["error", { patterns: [...patterns] }] } };
}

function roomRule(room: string, rank: number): OxlintOverride {
  const name = `provider/${room}`;
  const unseen = ranks.slice(rank).flat();
  const message = `${name} has rank ${rank}: it imports its own room and lower ranks only.`;
  return importRule(`${name}/**`, [
    ...forbidRooms(
      unseen.filter((other) => other !== room),
      message,
    ),
    neverUp(String.raw`${up}(provider/)?(main|compose)\.ts$`),
    nothingOutside,
    ...keptFrom("provider", name),
    ...(room === "contract" ? [contractAlone] : []),
  ]);
}

function forbidRooms(rooms: readonly string[], message: string): readonly Pattern[] {
  return rooms.length === 0 ? [] : [{ regex: `${up}(provider/)?(${rooms.join("|")})/`, message }];
}

function neverUp(regex: string): Pattern {
  return {
    regex,
    message: "Rooms never reach up: main.ts imports compose.ts, and compose.ts imports the rooms.",
  };
}

/** One rule for a folder, and one for each file in it that may import what the rest of the folder may not. */
function folderRules(name: string, folder: Folder): readonly OxlintOverride[] {
  const homes = kept.filter(({ within }) => within === name).map(({ home }) => home);
  const ruleOf = (files: string): OxlintOverride =>
    importRule(files, [...folderPatterns(name, folder), ...keptFrom(name, files)]);
  return [`${name}/**`, ...homes].map(ruleOf);
}

function folderPatterns(name: string, { sees, imports, rule }: Folder): readonly Pattern[] {
  const seen = sees === "all" ? ranks.length : ranks.findIndex((rooms) => rooms.includes(sees)) + 1;
  const unseen = ranks.slice(seen).flat();
  const others = Object.keys(folders).filter((other) => other !== name && !imports.includes(other));
  return [
    { regex: `${up}(${others.join("|")})/`, message: rule },
    ...(unseen.length === 0
      ? []
      : [{ regex: `${up}provider/(${unseen.join("|")}|main|compose)[/.]`, message: rule }]),
    ...(imports.includes("tests") ? [{ regex: `${up}tests/([^s]|s[^u])`, message: rule }] : []),
  ];
}

/** Patterns of what the files may not import because another folder or file keeps it. */
function keptFrom(within: string, files: string): readonly Pattern[] {
  return kept
    .filter((each) => each.within === within && each.home !== files)
    .map(({ names, home }) => ({
      regex: `^(node:)?(${names.join("|")})($|/)`,
      message: `${names.join(", ")}: imported by ${home} only.`,
    }));
}

/** `process.env` and `fetch`, each with the file that may use it. */
function globalRules(
  folder: string,
  { environment, fetch, http, late = [] }: Globals,
): readonly OxlintOverride[] {
  const message = `process.env is read in ${environment} only and handed on.`;
  const env = [
    { object: "process", property: "env", message },
    { object: "globalThis", property: "process", message },
  ];
  const only = late.length === 0 ? "" : `; only ${late.join(" and ")} load theirs late`;
  const loading = {
    object: "process",
    property: "getBuiltinModule",
    message: `Modules of Node are imported${only}.`,
  };
  const fetchOfGlobal = { object: "globalThis", property: "fetch", message: http };
  const fetchRule: OxlintOverride["rules"] = {
    "no-restricted-globals": ["error", { name: "fetch", message: http }],
  };
  const everywhere: OxlintOverride = {
    files: [`${folder}/**`],
    rules: { ...fetchRule, "no-restricted-properties": ["error", ...env, loading, fetchOfGlobal] },
  };
  const inEnvironment: OxlintOverride = {
    files: [environment],
    rules: { "no-restricted-properties": ["error", loading, fetchOfGlobal] },
  };
  const inFetch: OxlintOverride = {
    files: fetch === undefined ? [] : [fetch],
    rules: { "no-restricted-globals": "off", "no-restricted-properties": ["error", ...env, loading] },
  };
  const inLate: OxlintOverride = {
    files: late.map((room) => `${room}/**`),
    rules: { "no-restricted-properties": ["error", ...env, fetchOfGlobal] },
  };
  return [everywhere, inEnvironment, inFetch, inLate];
}
