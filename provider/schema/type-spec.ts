import type * as z from "zod/mini";
import { tokenOf } from "../contract/tokens.ts";

/** A node of the JSON schema that zod writes. */
export type JsonSchemaNode = z.core.JSONSchema._JSONSchema;

/** A type as Pulumi's package schema writes it. */
export interface TypeSpec {
  readonly type?: "string" | "integer" | "number" | "boolean" | "array" | "object";
  readonly $ref?: string;
  readonly items?: TypeSpec;
  readonly additionalProperties?: TypeSpec;
  readonly oneOf?: readonly TypeSpec[];
}

const definition = "#/$defs/";

/**
 * Translates a node into one of the forms that Pulumi knows: primitive, list, map, named type, or a named
 * enumeration that also takes plain text, so that a new value of CompShare needs no new SDK.
 * Anything else throws with its path rather than become something vague.
 */
export function typeSpec(node: JsonSchemaNode, path: string, isEnum: (name: string) => boolean): TypeSpec {
  if (typeof node === "boolean") throw new Error(`${path}: a schema that allows anything has no Pulumi type`);
  if (node.$ref !== undefined) {
    const name = node.$ref.slice(definition.length);
    const named: TypeSpec = { $ref: `#/types/${tokenOf(name)}` };
    return isEnum(name) ? { type: "string", oneOf: [{ type: "string" }, named] } : named;
  }
  if (node.anyOf !== undefined) return openEnum(node.anyOf, path, isEnum);
  switch (node.type) {
    case "string":
    case "integer":
    case "number":
    case "boolean":
      return { type: node.type };
    case "array":
      if (node.items === undefined || Array.isArray(node.items)) break;
      return { type: "array", items: typeSpec(node.items, `${path}[]`, isEnum) };
    case "object":
      if (typeof node.additionalProperties !== "object" || node.properties !== undefined) break;
      return {
        type: "object",
        additionalProperties: typeSpec(node.additionalProperties, `${path}{}`, isEnum),
      };
    default:
      break;
  }
  throw new Error(`${path}: this shape has no Pulumi type; give an object a name with \`id\``);
}

function openEnum(
  branches: readonly JsonSchemaNode[],
  path: string,
  isEnum: (name: string) => boolean,
): TypeSpec {
  const [known, open] = branches;
  const name = typeof known === "object" ? known.$ref?.slice(definition.length) : undefined;
  if (
    branches.length === 2 &&
    name !== undefined &&
    isEnum(name) &&
    typeof open === "object" &&
    open.type === "string"
  ) {
    return typeSpec({ $ref: `${definition}${name}` }, path, isEnum);
  }
  throw new Error(`${path}: of unions only "enumeration or text" has a Pulumi type`);
}
