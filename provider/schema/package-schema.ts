import * as z from "zod/mini";
import { configuration } from "../contract/configuration.ts";
import { fieldFacts } from "../contract/field.ts";
import { functions } from "../contract/functions.ts";
import { resources } from "../contract/resources.ts";
import { capitalizedName } from "../contract/sdk-spelling.ts";
import { tokenOf } from "../contract/tokens.ts";
import { aboutPackage, type PackageIdentity } from "./about-package.ts";
import { type JsonSchemaNode, type TypeSpec, typeSpec } from "./type-spec.ts";

interface PropertySpec extends TypeSpec {
  readonly description: string;
  readonly secret?: true;
}

interface ObjectSpec {
  readonly type: "object";
  readonly description?: string;
  readonly properties: Readonly<Record<string, PropertySpec>>;
  readonly required?: readonly string[];
}

interface EnumSpec {
  readonly type: "string";
  readonly description: string;
  readonly enum: readonly { readonly name: string; readonly value: string }[];
}

/** The parts of Pulumi's package schema that this package uses. */
export interface PackageSchema {
  readonly name: string;
  readonly version: string;
  readonly config: { readonly variables: Readonly<Record<string, PropertySpec>> };
  readonly provider: {
    readonly description: string;
    readonly inputProperties: Readonly<Record<string, PropertySpec>>;
  };
  readonly types: Readonly<Record<string, ObjectSpec | EnumSpec>>;
  readonly functions: Readonly<
    Record<
      string,
      { readonly description: string; readonly inputs: ObjectSpec; readonly outputs: ObjectSpec }
    >
  >;
  readonly resources: Readonly<Record<string, ResourceSpec>>;
  readonly [member: string]: unknown;
}

interface ResourceSpec {
  readonly description: string;
  readonly inputProperties: Readonly<Record<string, PropertySpec>>;
  readonly properties: Readonly<Record<string, PropertySpec>>;
  readonly required: readonly string[];
}

type Definitions = Map<string, JsonSchemaNode>;

/** Derives the package schema from the contract and from what package.json says of the package. */
export function packageSchema(identity: PackageIdentity): PackageSchema {
  const definitions: Definitions = new Map();
  const variables = object(configuration, "config", "input", definitions).properties;
  const functionSpecs = Object.entries(functions).map(([name, { description, ...members }]) => {
    const inputs = object(members.inputs, `${name}.inputs`, "input", definitions);
    const outputs = object(members.outputs, `${name}.outputs`, "output", definitions);
    return [tokenOf(name), { description, inputs, outputs }] as const;
  });
  const resourceSpecs = Object.entries(resources).map(([name, { description, inputs, outputs }]) => {
    const { properties, required = [] } = object(outputs, `${name}.outputs`, "output", definitions);
    const inputProperties = object(inputs, `${name}.inputs`, "input", definitions).properties;
    return [tokenOf(name), { description, inputProperties, properties, required }] as const;
  });
  return {
    ...aboutPackage(identity),
    config: { variables },
    provider: {
      description:
        "The provider for the images of UCloud CompShare. Keys that are not set here are looked for in the environment and in the files of the CompShare and UCloud command lines.",
      inputProperties: variables,
    },
    types: Object.fromEntries(
      [...definitions]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([name, node]) => [tokenOf(name), namedType(name, node, definitions)] as const),
    ),
    functions: Object.fromEntries(functionSpecs),
    resources: Object.fromEntries(resourceSpecs),
  };
}

function object(
  schema: z.core.$ZodType,
  path: string,
  io: "input" | "output",
  definitions: Definitions,
): ObjectSpec {
  const root = z.toJSONSchema(schema, { io, metadata: fieldFacts });
  for (const [name, node] of Object.entries(root.$defs ?? {})) {
    if (!definitions.has(name)) definitions.set(name, node);
  }
  return objectSpec(root, path, definitions);
}

function objectSpec(node: JsonSchemaNode, path: string, definitions: Definitions): ObjectSpec {
  if (typeof node === "boolean" || node.properties === undefined)
    throw new Error(`${path}: not an object with named members`);
  const isEnum = (name: string): boolean => {
    const found = definitions.get(name);
    return typeof found === "object" && found.enum !== undefined;
  };
  const properties = Object.entries(node.properties).map(
    ([name, property]) => [name, propertySpec(property, `${path}.${name}`, isEnum)] as const,
  );
  const required = node.required ?? [];
  return {
    type: "object",
    properties: Object.fromEntries(properties),
    ...(required.length === 0 ? {} : { required: [...required].sort() }),
  };
}

function propertySpec(node: JsonSchemaNode, path: string, isEnum: (name: string) => boolean): PropertySpec {
  const facts = typeof node === "object" ? node : {};
  if (facts.description === undefined) throw new Error(`${path}: every property has a description`);
  const environment = Array.isArray(facts["environment"])
    ? facts["environment"].map((name) => `\`${String(name)}\``).join(", ")
    : "";
  const description =
    environment === "" ? facts.description : `${facts.description} Environment: ${environment}.`;
  return {
    ...typeSpec(node, path, isEnum),
    description,
    ...(facts["secret"] === true ? { secret: true as const } : {}),
  };
}

function namedType(name: string, node: JsonSchemaNode, definitions: Definitions): ObjectSpec | EnumSpec {
  const description = (typeof node === "object" && node.description) || "";
  if (typeof node === "object" && node.enum !== undefined) {
    return {
      type: "string",
      description,
      enum: node.enum.map((value) => ({ name: enumName(String(value)), value: String(value) })),
    };
  }
  const { type, properties, required } = objectSpec(node, name, definitions);
  return { type, description, properties, ...(required === undefined ? {} : { required }) };
}

/** Name of an enumeration's value in SDKs: `-published` is `PublishedDescending`. */
function enumName(value: string): string {
  const bare = value.replace(/^-/, "");
  return capitalizedName(bare) + (value.startsWith("-") ? "Descending" : "");
}
