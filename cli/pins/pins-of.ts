import type { EngineJson, EngineResource } from "./engine-json.ts";
import { isPin } from "./engine-pin.ts";
import type { StatePin } from "./state-pin.ts";

/** The pins of a state, or of a preview as they will be. */
export function pinsOf(json: EngineJson): readonly StatePin[] {
  const byUrn = new Map<string, EngineResource>();
  if (json.kind === "state")
    // A replacement that was interrupted leaves the old resource behind the new one.
    for (const resource of json.resources) {
      if (resource.urn !== undefined && !byUrn.has(resource.urn)) byUrn.set(resource.urn, resource);
    }
  else
    for (const { urn, op, after } of json.steps) {
      if (op === "delete") byUrn.delete(urn);
      else if (after !== undefined && op !== "delete-replaced") byUrn.set(urn, after);
    }
  return [...byUrn].filter(([urn]) => isPin(urn)).map(([urn, resource]) => ({ urn, resource }));
}
