import { expect, test } from "@jest/globals";
import * as z from "zod/mini";
import { tokenOf } from "../../../provider/contract/tokens.ts";
import { type JsonSchemaNode, typeSpec } from "../../../provider/schema/type-spec.ts";

const isEnum = (name: string): boolean => name === "Color";
const spec = (node: JsonSchemaNode): unknown => typeSpec(node, "getX.inputs.y", isEnum);

const color = { type: "string", oneOf: [{ type: "string" }, { $ref: "#/types/compshare:index:Color" }] };

test.each<[string, JsonSchemaNode, unknown]>([
  ["text", { type: "string" }, { type: "string" }],
  ["a whole number with limits", { type: "integer", minimum: 1 }, { type: "integer" }],
  ["a number", { type: "number" }, { type: "number" }],
  ["a boolean", { type: "boolean" }, { type: "boolean" }],
  ["a list", { type: "array", items: { type: "string" } }, { type: "array", items: { type: "string" } }],
  [
    "a list of lists",
    { type: "array", items: { type: "array", items: { type: "number" } } },
    { type: "array", items: { type: "array", items: { type: "number" } } },
  ],
  [
    "a map",
    { type: "object", additionalProperties: { type: "integer" } },
    { type: "object", additionalProperties: { type: "integer" } },
  ],
  ["a named type", { $ref: "#/$defs/Image" }, { $ref: "#/types/compshare:index:Image" }],
  ["an enumeration, which stays open", { $ref: "#/$defs/Color" }, color],
  ["an enumeration or text", { anyOf: [{ $ref: "#/$defs/Color" }, { type: "string" }] }, color],
  [
    "a list of an open enumeration",
    { type: "array", items: { $ref: "#/$defs/Color" } },
    { type: "array", items: color },
  ],
])("%s has a type: %j", (_, node, type) => {
  expect(spec(node)).toEqual(type);
});

const noShape = "this shape has no Pulumi type; give an object a name with `id`";
const noUnion = 'of unions only "enumeration or text" has a Pulumi type';

test.each<[string, JsonSchemaNode, string]>([
  ["anything", true, "getX.inputs.y: a schema that allows anything has no Pulumi type"],
  ["an empty node", {}, `getX.inputs.y: ${noShape}`],
  ["null", { type: "null" }, `getX.inputs.y: ${noShape}`],
  ["an object without a name", { type: "object", properties: {} }, `getX.inputs.y: ${noShape}`],
  ["a map of anything", { type: "object", additionalProperties: true }, `getX.inputs.y: ${noShape}`],
  ["a list of nothing", { type: "array" }, `getX.inputs.y: ${noShape}`],
  ["a tuple", { type: "array", prefixItems: [{ type: "string" }] }, `getX.inputs.y: ${noShape}`],
  ["a union of primitives", { anyOf: [{ type: "string" }, { type: "number" }] }, `getX.inputs.y: ${noUnion}`],
  [
    "text or an enumeration",
    { anyOf: [{ type: "string" }, { $ref: "#/$defs/Color" }] },
    `getX.inputs.y: ${noUnion}`,
  ],
  [
    "an enumeration or a number",
    { anyOf: [{ $ref: "#/$defs/Color" }, { type: "number" }] },
    `getX.inputs.y: ${noUnion}`,
  ],
  [
    "an object or text",
    { anyOf: [{ $ref: "#/$defs/Image" }, { type: "string" }] },
    `getX.inputs.y: ${noUnion}`,
  ],
  ["a list of unions", { type: "array", items: { anyOf: [] } }, `getX.inputs.y[]: ${noUnion}`],
  [
    "a map of objects without a name",
    { type: "object", additionalProperties: { type: "object" } },
    `getX.inputs.y{}: ${noShape}`,
  ],
])("%s has no type, and the message says where", (_, node, message) => {
  expect(() => spec(node)).toThrow(new Error(message));
});

test("kinds that zod can write and Pulumi cannot take are refused", () => {
  for (const schema of [
    z.any(),
    z.null(),
    z.tuple([z.string()]),
    z.nullable(z.string()),
    z.union([z.string(), z.int()]),
  ])
    expect(() => spec(z.toJSONSchema(schema))).toThrow("getX.inputs.y");
});

test("a token has three parts", () => {
  expect(tokenOf("getCompShareImage")).toBe("compshare:index:getCompShareImage");
});
