import { readUrn } from "../contract/urn.ts";
import { messages } from "../messages/messages.ts";
import { plainText } from "../messages/plain-text.ts";
import { type Warning, warningText } from "../messages/warnings.ts";
import type { ResourceCall } from "./resource.ts";

/** Tells the user something about a resource, by its name: some displays of the engine show the text alone. */
export function inform(text: string, call: ResourceCall): void {
  call.lookup().inform(named(text, call), call.urn);
}

/** The same as a warning. */
export function warn(text: string, call: ResourceCall): void {
  call.lookup().warn(named(text, call), call.urn);
}

/** Warnings about a resource. */
export function warnAll(warnings: readonly Warning[], call: ResourceCall): void {
  for (const warning of warnings) warn(warningText(warning), call);
}

function named(text: string, { urn }: ResourceCall): string {
  return messages().images.pins.named(plainText(readUrn(urn)?.name ?? ""), text);
}
