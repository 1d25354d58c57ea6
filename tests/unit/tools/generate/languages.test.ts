import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import type { PackageSchema } from "../../../../provider/schema/package-schema.ts";
import { spelledSchema } from "../../../../tools/generate/languages.ts";

const descriptions = {
  "a property": "`mostRecent` takes the newest.",
  "a path of properties": "Named in `selection.warnings`.",
  "a function": "`getCompShareImageTags` lists them.",
  "something else": "Set `COMPSHARE_REGION`, such as `cn-wlcb`.",
  "a property without marks": "Unless mostRecent is given.",
  "a truth": "Default: `false`.",
};

const schema: PackageSchema = {
  name: "compshare",
  version: "1.2.3",
  config: { variables: {} },
  provider: { description: "None.", inputProperties: {} },
  types: {
    "compshare:index:OrderKey": {
      type: "string",
      description: "A key.",
      enum: [{ name: "FrameworkVersion", value: "frameworkVersion" }],
    },
  },
  functions: {
    "compshare:index:getCompShareImageTags": {
      description: "Lists.",
      inputs: {
        type: "object",
        properties: {
          mostRecent: { type: "boolean", description: "Newest." },
          frameworkVersion: { type: "string", description: "`frameworkVersion` as a range." },
          orderBy: {
            type: "array",
            items: {
              type: "string",
              oneOf: [{ type: "string" }, { $ref: "#/types/compshare:index:OrderKey" }],
            },
            description: "`frameworkVersion`, unless `mostRecent`.",
          },
          ...Object.fromEntries(
            Object.entries(descriptions).map(([name, description]) => [
              name,
              { type: "string", description },
            ]),
          ),
        },
      },
      outputs: {
        type: "object",
        properties: {
          selection: { type: "string", description: "How." },
          warnings: { type: "string", description: "What." },
        },
      },
    },
  },
  resources: {},
};

function inputDescription(language: "nodejs" | "python" | "go" | "dotnet" | "java", name: string): unknown {
  const spelled = JSON.parse(JSON.stringify(spelledSchema(schema, language)));
  return spelled.functions["compshare:index:getCompShareImageTags"].inputs.properties[name].description;
}

test.each([
  ["python", "a property", "`most_recent` takes the newest."],
  ["go", "a property", "`MostRecent` takes the newest."],
  ["dotnet", "a property", "`MostRecent` takes the newest."],
  ["java", "a property", "`mostRecent` takes the newest."],
  ["nodejs", "a property", "`mostRecent` takes the newest."],
  ["python", "a path of properties", "Named in `selection.warnings`."],
  ["go", "a path of properties", "Named in `Selection.Warnings`."],
  ["python", "a function", "`get_comp_share_image_tags` lists them."],
  ["go", "a function", "`GetCompShareImageTags` lists them."],
  ["java", "a function", "`getCompShareImageTags` lists them."],
  ["python", "something else", "Set `COMPSHARE_REGION`, such as `cn-wlcb`."],
  ["python", "a property without marks", "Unless mostRecent is given."],
  ["python", "a truth", "Default: `False`."],
  ["go", "a truth", "Default: `false`."],
] as const)("in %s, %s is written as its users write it", (language, name, expected) => {
  expect(inputDescription(language, name)).toBe(expected);
});

test("a value of an enumeration stays as it is, even where an argument has the same name", () => {
  expect(inputDescription("python", "orderBy")).toBe("`frameworkVersion`, unless `most_recent`.");
  expect(inputDescription("python", "frameworkVersion")).toBe("`framework_version` as a range.");
});

// What Pulumi's generators make of each name; a spelling that they do not use would be advice that cannot be followed.
test.each([
  [
    "python/pulumi_compshare/get_comp_share_images.py",
    ["max_size_mb: Optional[", "def get_comp_share_images("],
  ],
  ["go/compshare/getCompShareImages.go", ["\tMaxSizeMb *int", "func GetCompShareImages("]],
  ["dotnet/GetCompShareImages.cs", ["public int? MaxSizeMb ", "public static class GetCompShareImages"]],
  ["java/src/main/java/com/pulumi/compshare/inputs/GetCompShareImagesArgs.java", ["> maxSizeMb()"]],
])("sdk/%s has the names that the descriptions use", (file, names) => {
  const text = readFileSync(`sdk/${file}`, "utf8");
  for (const name of names) expect(text).toContain(name);
});

test("no description in Python's SDK names an argument that Python does not have", () => {
  const { functions, resources }: PackageSchema = JSON.parse(readFileSync("sdk/schema.json", "utf8"));
  const values = new Set(["frameworkVersion", "cudaVersion", "withinRange"]);
  const names = [
    ...Object.values(functions).flatMap(({ inputs, outputs }) => [inputs.properties, outputs.properties]),
    ...Object.values(resources).flatMap((one) => [one.inputProperties, one.properties]),
  ]
    .flatMap(Object.keys)
    .filter((name) => /[A-Z]/.test(name) && !values.has(name));
  const text = ["get_comp_share_image", "get_comp_share_images", "image_pin", "outputs", "provider"]
    .map((module) => readFileSync(`sdk/python/pulumi_compshare/${module}.py`, "utf8"))
    .join("");
  expect(names.filter((name) => text.includes(`\`${name}\``))).toEqual([]);
});
