import { expect, test } from "@jest/globals";
import * as z from "zod/mini";
import { configuration } from "../../../provider/contract/configuration.ts";
import { functions } from "../../../provider/contract/functions.ts";
import { resources } from "../../../provider/contract/resources.ts";
import { packageSchema } from "../../../provider/schema/package-schema.ts";

const repository = "https://github.com/SomeBody/pulumi-compshare";
const schema = packageSchema({ version: "1.2.3", repository });

type Members = Readonly<Record<string, unknown>>;

function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Every property of the package with its path. */
function properties(): readonly (readonly [string, Members])[] {
  const of = (path: string, members: Members): (readonly [string, Members])[] =>
    Object.entries(members).flatMap(([name, spec]) =>
      isMembers(spec) ? [[`${path}.${name}`, spec] as const] : [],
    );
  return [
    ...of("config", schema.config.variables),
    ...of("provider", schema.provider.inputProperties),
    ...Object.entries(schema.functions).flatMap(([token, { inputs, outputs }]) => [
      ...of(`${token}.inputs`, inputs.properties),
      ...of(`${token}.outputs`, outputs.properties),
    ]),
    ...Object.entries(schema.resources).flatMap(([token, spec]) => [
      ...of(`${token}.inputs`, spec.inputProperties),
      ...of(`${token}.properties`, spec.properties),
    ]),
    ...Object.entries(schema.types).flatMap(([token, type]) =>
      "properties" in type ? of(token, type.properties) : [],
    ),
  ];
}

/** Everything in a value that is an object, at any depth. */
function nodes(value: unknown): readonly Members[] {
  if (Array.isArray(value)) return value.flatMap(nodes);
  return isMembers(value) ? [value, ...Object.values(value).flatMap(nodes)] : [];
}

test("the package says who it is, and takes its version from the caller alone", () => {
  expect(schema).toMatchObject({
    name: "compshare",
    displayName: "CompShare",
    version: "1.2.3",
    license: "Apache-2.0",
  });
  expect(schema["keywords"]).toEqual(expect.arrayContaining(["pulumi", "category/cloud", "kind/native"]));
  const other = packageSchema({ version: "9.9.9", repository });
  expect(JSON.stringify(other).replaceAll("9.9.9", "1.2.3")).toBe(JSON.stringify(schema));
});

test("whatever names the repository comes from its one address", () => {
  expect(schema).toMatchObject({
    repository: "https://github.com/SomeBody/pulumi-compshare",
    logoUrl: "https://raw.githubusercontent.com/SomeBody/pulumi-compshare/v1.2.3/docs/logo.png",
    publisher: "SomeBody",
    namespace: "somebody",
    pluginDownloadURL: "github://api.github.com/SomeBody/pulumi-compshare",
    language: {
      go: {
        importBasePath: "github.com/SomeBody/pulumi-compshare/sdk/go/compshare",
      },
    },
  });
  const moved = packageSchema({ version: "1.2.3", repository: "https://github.com/other/pulumi-compshare" });
  expect(JSON.stringify(moved).toLowerCase()).not.toContain("somebody");
});

test("each language has the names that its users install and import, and SDKs that say their version", () => {
  expect(schema["language"]).toMatchObject({
    nodejs: { packageName: "pulumi-compshare", respectSchemaVersion: true },
    python: { packageName: "pulumi_compshare", respectSchemaVersion: true, pyproject: { enabled: true } },
    go: { respectSchemaVersion: true },
    csharp: { rootNamespace: "PulumiCompshare", respectSchemaVersion: true },
    java: { basePackage: "com.pulumi" },
  });
});

test("no SDK depends on the plugin's npm package, which most projects that use one do not have", () => {
  for (const node of nodes(schema["language"])) expect(node).not.toHaveProperty("dependencies");
});

test("every function and resource of the contract is there under its token, and nothing else", () => {
  const token = (name: string): string => `compshare:index:${name}`;
  expect(Object.keys(schema.functions)).toEqual(Object.keys(functions).map(token));
  expect(Object.keys(schema.resources)).toEqual(Object.keys(resources).map(token));
});

test.each(Object.entries(functions))(
  "%s has every argument and answer of the contract, in its order",
  (name, contract) => {
    const spec = schema.functions[`compshare:index:${name}`];
    expect(Object.keys(spec?.inputs.properties ?? {})).toEqual(Object.keys(contract.inputs.shape));
    expect(Object.keys(spec?.outputs.properties ?? {})).toEqual(Object.keys(contract.outputs.shape));
    expect(spec?.description).toBe(contract.description);
  },
);

test.each(Object.entries(resources))(
  "%s has every input and output of the contract, in its order",
  (name, contract) => {
    const spec = schema.resources[`compshare:index:${name}`];
    expect(Object.keys(spec?.inputProperties ?? {})).toEqual(Object.keys(contract.inputs.shape));
    expect(Object.keys(spec?.properties ?? {})).toEqual(Object.keys(contract.outputs.shape));
    // Pulumi keeps these names for itself.
    expect(Object.keys({ ...spec?.properties, ...spec?.inputProperties })).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(id|urn|pulumi)$/)]),
    );
  },
);

test("no argument is required, so that arguments can be left out as a whole", () => {
  for (const { inputs } of Object.values(schema.functions)) expect(inputs).not.toHaveProperty("required");
});

test("a required answer is one that the contract always gives", () => {
  for (const [name, { outputs }] of Object.entries(functions)) {
    const always = Object.entries<z.core.$ZodType>(outputs.shape).filter(
      ([, member]) => !(member instanceof z.ZodMiniOptional),
    );
    expect(schema.functions[`compshare:index:${name}`]?.outputs.required).toEqual(
      always.map(([member]) => member).toSorted(),
    );
  }
});

test("every property and every type says what it is", () => {
  for (const [path, spec] of properties())
    expect(`${path}: ${String(spec["description"])}`).toMatch(/: [A-Z0-9`].*\.$/s);
  for (const [token, type] of Object.entries(schema.types))
    expect(`${token}: ${type.description}`).toMatch(/: [A-Z].*\.$/);
});

test("the provider takes the same keys as the configuration, and version is none of them", () => {
  expect(Object.keys(schema.config.variables)).toEqual(Object.keys(configuration.shape));
  expect(schema.provider.inputProperties).toEqual(schema.config.variables);
  expect(schema.config.variables).not.toHaveProperty("version");
});

test("exactly the two keys are secret", () => {
  const secret = properties().filter(([, spec]) => spec["secret"] !== undefined);
  expect(secret.map(([path, spec]) => [path, spec["secret"]])).toEqual([
    ["config.publicKey", true],
    ["config.privateKey", true],
    ["provider.publicKey", true],
    ["provider.privateKey", true],
  ]);
});

test("variables of the environment are described and never filled in by the SDK, which would put them into the state", () => {
  expect(schema.config.variables["privateKey"]?.description).toMatch(
    / Environment: `COMPSHARE_PRIVATE_KEY`, `UCLOUD_PRIVATE_KEY`\.$/,
  );
  for (const node of nodes(schema)) {
    expect(node).not.toHaveProperty("defaultInfo");
    expect(node).not.toHaveProperty("multiArgumentInputs");
  }
});

test("every enumeration takes plain text as well, and names its values for SDKs", () => {
  const enums = Object.entries(schema.types).filter(([, type]) => "enum" in type);
  expect(enums.map(([token]) => token.split(":")[2])).toEqual([
    "IfMissing",
    "ImageSource",
    "ImageStatus",
    "ImageType",
    "Language",
    "OrderKey",
    "PinPolicy",
  ]);
  for (const node of nodes([schema.functions, schema.resources, schema.config, schema.provider]))
    if (Array.isArray(node["oneOf"])) {
      expect(node["type"]).toBe("string");
      expect(node["oneOf"]).toEqual([{ type: "string" }, { $ref: expect.any(String) }]);
    }
  for (const [token] of enums) {
    const reference = `#/types/${token}`;
    const alone = nodes(schema).filter((node) => node["$ref"] === reference && Object.keys(node).length > 1);
    expect([token, alone]).toEqual([token, []]);
  }
  const order = schema.types["compshare:index:OrderKey"];
  expect("enum" in (order ?? {}) ? order : undefined).toMatchObject({
    enum: expect.arrayContaining([
      { name: "Published", value: "published" },
      { name: "PublishedDescending", value: "-published" },
    ]),
  });
});

test("every reference leads to a type that is there, and every type is referred to", () => {
  const references = new Set(
    nodes(schema).flatMap((node) => (typeof node["$ref"] === "string" ? [node["$ref"]] : [])),
  );
  expect([...references].toSorted()).toEqual(
    Object.keys(schema.types)
      .map((token) => `#/types/${token}`)
      .toSorted(),
  );
});

test("tokens and names keep to Pulumi's rules", () => {
  for (const token of [schema.functions, schema.resources, schema.types].flatMap(Object.keys))
    expect(token).toMatch(/^compshare:index:(?!Provider$)[A-Za-z]+$/);
  for (const [path] of properties()) expect(path).toMatch(/\.(?!pulumi$|urn$|__)[a-z][A-Za-z]*$/);
});

test("nothing of the contract's own facts gets into the schema, and it is plain JSON", () => {
  expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  for (const node of nodes(schema))
    for (const fact of ["wire", "zeroIsAbsent", "derive", "environment", "anyOf", "$defs", "default"])
      expect(node).not.toHaveProperty(fact);
});
