import type { FileFacts } from "../listings/catalogue.ts";
import type { ResourceCall, ResourceState } from "./resource.ts";

/** A catalogue file, and whether it was taken after a pin was. */
export interface PinFile extends FileFacts {
  /** What a file from before the pin, or from the same day, has is no news to the pin. */
  readonly afterPin: boolean;
}

/** The catalogue file that a pin is looked up in; `undefined` where CompShare itself is asked. */
export async function pinFile(
  { outputs }: ResourceState,
  { lookup }: Pick<ResourceCall, "lookup">,
): Promise<PinFile | undefined> {
  const facts = await lookup().catalogue.file?.();
  if (facts === undefined) return undefined;
  const { resolvedAt } = outputs;
  const pinned = typeof resolvedAt === "string" ? Date.parse(resolvedAt) : Number.POSITIVE_INFINITY;
  return { ...facts, afterPin: Date.parse(facts.takenAt) > pinned };
}
