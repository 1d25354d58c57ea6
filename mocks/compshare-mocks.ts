import { defaultRegion } from "../provider/contract/configuration.ts";
import { packageName, tokenName } from "../provider/contract/tokens.ts";
import { readUrn } from "../provider/contract/urn.ts";
import { ArgumentError } from "../provider/errors/argument-error.ts";
import { ImageNotFoundError } from "../provider/errors/image-not-found-error.ts";
import { functionRegistry } from "../provider/functions/registry.ts";
import type { Catalogue } from "../provider/listings/catalogue.ts";
import type { Lookup } from "../provider/lookup/lookup.ts";
import { createResources } from "../provider/resources/registry.ts";
import { readIfThere } from "../provider/settings/read-if-there.ts";
import { type MockImage, madeUpCatalogue, mockCatalogue } from "./mock-catalogue.ts";
import { mockError } from "./mock-error.ts";
import { mockInputs } from "./mock-inputs.ts";
import type { MockCall, MockResource, MockState, Mocks, OtherMocks } from "./mock-types.ts";
import { otherCall, otherResource } from "./other-mocks.ts";
import { type Missing, ownResource } from "./own-resource.ts";

/** The images of the mocks, and what else they do. */
export interface CompshareMocksOptions {
  /** A catalogue file, as `compshare-images snapshot` writes it. */
  readonly catalogFile?: string;
  /** Images of the test's own, in place of a file. */
  readonly images?: readonly MockImage[];
  /** The image to give where none is found. @default the plugin's error */
  readonly onMissing?: (asked: MockCall | MockResource) => MockImage | undefined;
  /** Mocks for everything that is not of this package. @default Pulumi's usual ones: inputs are outputs */
  readonly others?: OtherMocks;
  /** Region of programs that name none. @default "cn-wlcb" */
  readonly region?: string;
  /** Milliseconds since 1970, for `resolvedAt`. @default the clock */
  readonly now?: () => number;
  /** What the plugin would have warned of. @default nobody reads it */
  readonly warn?: (text: string) => void;
}

/** Mocks that resolve functions and pins of this package by the plugin's own code, from a catalogue of the test. */
export function compshareMocks(options: CompshareMocksOptions): Mocks {
  const { region = defaultRegion, onMissing, others = {} } = options;
  const catalogue = catalogueOf(options, region);
  const resources = createResources(options.now ?? Date.now);
  // Region of each provider that the program makes itself, by the end of the reference to it: its name and its ID.
  const regions = new Map<string, string>();
  const lookupOver = (from: Catalogue, provider = ""): Lookup => ({
    catalogue: from,
    scope: { region: regions.get(readUrn(provider)?.name ?? "") ?? region },
    yieldToEventLoop: () => Promise.resolve(),
    warn: (text) => options.warn?.(text),
    inform: () => undefined,
  });
  const missing = (asked: MockCall | MockResource): Missing | undefined => {
    const image = onMissing?.(asked);
    if (image === undefined) return undefined;
    return { id: image.id, lookup: lookupOver(madeUpCatalogue([image], region)) };
  };
  return {
    call: async (args) => {
      const name = tokenName(args.token);
      if (name === undefined) return otherCall(others, args);
      return explained(() =>
        callFunction(name, args, lookupOver(catalogue, args.provider), () => missing(args)),
      );
    },
    newResource: async (args) => {
      if (args.type === `pulumi:providers:${packageName}`) return newProvider(args, regions);
      // A component of the program is nobody's, whatever its type.
      const name = args.custom === false ? undefined : tokenName(args.type);
      if (name === undefined) return otherResource(others, args);
      return explained(() =>
        ownResource(resources.get(name), args, lookupOver(catalogue, args.provider), () => missing(args)),
      );
    },
  };
}

function catalogueOf({ catalogFile, images }: CompshareMocksOptions, region: string): Catalogue {
  if ((catalogFile === undefined) === (images === undefined))
    throw new TypeError("compshareMocks needs `catalogFile` or `images`, one of them");
  if (catalogFile !== undefined) return mockCatalogue(catalogFile, () => readIfThere(catalogFile));
  return madeUpCatalogue(images ?? [], region);
}

async function explained<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw mockError(error);
  }
}

async function callFunction(
  name: string,
  { token, inputs }: MockCall,
  lookup: Lookup,
  missing: () => Missing | undefined,
): Promise<Readonly<Record<string, unknown>>> {
  const run = functionRegistry.get(name);
  if (run === undefined) throw new ArgumentError([{ property: "", problem: { kind: "noFunction", token } }]);
  const { values, unknown } = mockInputs(inputs);
  if (unknown.length > 0)
    throw new ArgumentError(unknown.map((property) => ({ property, problem: { kind: "notKnownYet" } })));
  const { signal } = new AbortController();
  try {
    return await run(values, () => lookup, signal);
  } catch (error) {
    if (name !== "getCompShareImage" || !(error instanceof ImageNotFoundError)) throw error;
    const instead = missing();
    if (instead === undefined) throw error;
    return run({ id: instead.id }, () => instead.lookup, signal);
  }
}

/** A provider that a program makes: its region counts for what is asked through it. */
function newProvider({ name, inputs }: MockResource, regions: Map<string, string>): MockState {
  const { region } = mockInputs(inputs).values;
  const id = `${name}_id`;
  if (typeof region === "string") regions.set(`${name}::${id}`, region);
  return { id, state: inputs };
}
