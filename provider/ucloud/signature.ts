import { hash } from "node:crypto";
import type { Parameters } from "./flatten-parameters.ts";

/** The text that a signature covers: names and values in order of the names, then the private key, with nothing between; never the signature itself. */
export function textToSign(parameters: Parameters, privateKey: string): string {
  // Names are ASCII, so comparing UTF-16 units is comparing bytes.
  const names = [...parameters.keys()].sort();
  let text = "";
  for (const name of names) if (name !== "Signature") text += name + (parameters.get(name) ?? "");
  return text + privateKey;
}

/** Signature of a request: SHA-1 of the UTF-8 text, in lower-case hex. The map must hold `PublicKey`. */
export function signature(parameters: Parameters, privateKey: string): string {
  return hash("sha1", textToSign(parameters, privateKey), "hex");
}
