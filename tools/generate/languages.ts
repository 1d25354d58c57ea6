import { capitalizedName, pythonName } from "../../provider/contract/sdk-spelling.ts";
import type { PackageSchema } from "../../provider/schema/package-schema.ts";

/** How a language writes what descriptions name. */
interface Spelling {
  property(name: string): string;
  function(name: string): string;
  readonly literals?: Readonly<Record<string, string>>;
}

const same = (name: string): string => name;

/** The languages that have an SDK, by the folder of `sdk/` that holds it. */
export const spellings = {
  nodejs: { property: same, function: same },
  python: { property: pythonName, function: pythonName, literals: { true: "True", false: "False" } },
  go: { property: capitalizedName, function: capitalizedName },
  dotnet: { property: capitalizedName, function: capitalizedName },
  java: { property: same, function: same },
} as const satisfies Readonly<Record<string, Spelling>>;

export type Language = keyof typeof spellings;

/**
 * The schema with arguments, fields and functions written in its descriptions as the users of a language write them.
 * Pulumi's own references inside descriptions would do it for Node, Python and Go alone; every other reader of the
 * schema shows them raw, and they cannot stand in code spans.
 */
export function spelledSchema(schema: PackageSchema, language: Language): unknown {
  const names = namesIn(schema);
  const enums = new Map(
    Object.entries(schema.types).flatMap(([token, type]) =>
      "enum" in type ? [[`#/types/${token}`, new Set(type.enum.map(({ value }) => value))] as const] : [],
    ),
  );
  return respelled(schema, (text, owner) => {
    const values = valuesOf(owner, enums);
    return text.replaceAll(/`([^`]+)`/g, (span, content: string) =>
      values.has(content) ? span : `\`${respell(content, names, spellings[language])}\``,
    );
  });
}

interface Names {
  readonly properties: ReadonlySet<string>;
  readonly functions: ReadonlySet<string>;
}

function namesIn(schema: PackageSchema): Names {
  const groups = [
    schema.config.variables,
    ...Object.values(schema.functions).flatMap(({ inputs, outputs }) => [
      inputs.properties,
      outputs.properties,
    ]),
    ...Object.values(schema.resources).flatMap((one) => [one.inputProperties, one.properties]),
    ...Object.values(schema.types).flatMap((type) => ("properties" in type ? [type.properties] : [])),
  ];
  return {
    properties: new Set(groups.flatMap(Object.keys)),
    functions: new Set(Object.keys(schema.functions).map((token) => token.slice(token.lastIndexOf(":") + 1))),
  };
}

/** The content of a code span: a function, or a property, or a path of properties; anything else stays. */
function respell(content: string, names: Names, spelling: Spelling): string {
  if (names.functions.has(content)) return spelling.function(content);
  const literal = spelling.literals?.[content];
  if (literal !== undefined) return literal;
  const members = content.split(".");
  return members.every((member) => names.properties.has(member))
    ? members.map((member) => spelling.property(member)).join(".")
    : content;
}

/** Values of the enumeration that a property takes: they are the same in every language, even where one is also a name. */
function valuesOf(owner: object, enums: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const type = Object.entries(owner).filter(([member]) => ["$ref", "oneOf", "items"].includes(member));
  const text = JSON.stringify(type);
  const found = [...enums].filter(([reference]) => text.includes(JSON.stringify(reference)));
  return new Set(found.flatMap(([, values]) => [...values]));
}

/** A copy in which every description has been rewritten; `rewrite` gets the text and what it describes. */
function respelled(node: unknown, rewrite: (text: string, owner: object) => string): unknown {
  if (Array.isArray(node)) return node.map((one) => respelled(one, rewrite));
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => [
      name,
      name === "description" && typeof value === "string" ? rewrite(value, node) : respelled(value, rewrite),
    ]),
  );
}
