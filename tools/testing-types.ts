import { tokenOf } from "../provider/contract/tokens.ts";
import type { PackageIdentity } from "../provider/schema/about-package.ts";
import { packageSchema } from "../provider/schema/package-schema.ts";

interface PropertySpec {
  readonly type?: string;
  readonly $ref?: string;
  readonly items?: PropertySpec;
  readonly description?: string;
}

/** What programs of users see of the mocks. The members of an image come from the contract. */
export function testingTypes(identity: PackageIdentity): string {
  return `${head}
/** An image of a test: its ID and whatever else the test cares about. What an image always has is filled in. */
export interface MockImage {
${members("Image", identity, new Set(["id"]))}
}

export interface MockSoftwarePort {
${members("SoftwarePort", identity, new Set())}
}
`;
}

const head = `/** What Pulumi asks of mocks about a function. */
export interface MockCall {
  token: string;
  inputs: Record<string, unknown>;
  provider?: string;
}

/** What Pulumi asks of mocks about a resource. */
export interface MockResource {
  type: string;
  name: string;
  inputs: Record<string, unknown>;
  provider?: string;
  custom?: boolean;
  id?: string;
}

/** What mocks say of a resource. */
export interface MockState {
  id: string | undefined;
  state: object;
}

/** The images of the mocks, and what else they do. */
export interface CompshareMocksOptions {
  /** A catalogue file, as \`compshare-images snapshot\` writes it: \`catalogFile\` or \`images\` is needed. */
  catalogFile?: string;
  /** Images of the test's own, in place of a file. */
  images?: readonly MockImage[];
  /** The image to answer with where none is found. Default: the plugin's error. */
  onMissing?: (asked: MockCall | MockResource) => MockImage | undefined;
  /** Mocks for everything that is not of this package. Default: inputs are outputs. */
  others?: {
    call?(args: MockCall): object | Promise<object>;
    newResource?(args: MockResource): MockState | Promise<MockState>;
  };
  /** Region of programs that name none. Default: "cn-wlcb". */
  region?: string;
  /** Milliseconds since 1970, for \`resolvedAt\`. Default: the clock. */
  now?: () => number;
  /** What the plugin would have warned of. Default: nobody reads it. */
  warn?: (text: string) => void;
}

/** Mocks for \`pulumi.runtime.setMocks\`: functions and pins of this package are answered by the plugin's own code. */
export declare function compshareMocks(options: CompshareMocksOptions): {
  call(args: MockCall): Promise<object>;
  newResource(args: MockResource): Promise<MockState>;
};
`;

function members(type: string, identity: PackageIdentity, required: ReadonlySet<string>): string {
  const spec = packageSchema(identity).types[tokenOf(type)];
  const properties: Readonly<Record<string, PropertySpec>> =
    spec !== undefined && "properties" in spec ? spec.properties : {};
  return Object.entries(properties)
    .map(([name, one]) => {
      const optional = required.has(name) ? "" : "?";
      return `  /** ${one.description} */\n  ${name}${optional}: ${typeText(one)};`;
    })
    .join("\n");
}

function typeText({ type, $ref, items }: PropertySpec): string {
  if ($ref !== undefined) return `Mock${$ref.split(":").at(-1)}`;
  if (type === "array") return `readonly ${typeText(items ?? {})}[]`;
  return type === "integer" ? "number" : (type ?? "unknown");
}
