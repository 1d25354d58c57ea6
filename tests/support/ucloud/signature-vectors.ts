import { readFileSync } from "node:fs";
import type { ParameterValue } from "../../../provider/ucloud/flatten-parameters.ts";
import { textToSign } from "../../../provider/ucloud/signature.ts";

/** A request that UCloud or a client of its own has signed. */
export interface SignatureVector {
  readonly name: string;
  readonly publicKey: string;
  readonly privateKey: string;
  readonly params: Readonly<Record<string, ParameterValue>>;
  readonly signature: string;
}

export const signatureVectors: readonly SignatureVector[] = JSON.parse(
  readFileSync("tests/vectors/signature-vectors.json", "utf8"),
);

/** Names in the order in which the plugin signs them. */
export function signedOrder(parameters: ReadonlyMap<string, string>): readonly string[] {
  const marked = new Map([...parameters.keys()].map((name) => [name, "\n"]));
  return textToSign(marked, "").split("\n").slice(0, -1);
}
