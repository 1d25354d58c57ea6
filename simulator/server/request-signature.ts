import { createHash } from "node:crypto";

const byName = ([left]: readonly [string, string], [right]: readonly [string, string]): number =>
  Buffer.compare(Buffer.from(left), Buffer.from(right));

/**
 * The signature that UCloud documents: every parameter except Signature, sorted by the bytes of its name,
 * names and values joined without any separator, the private key at the end, SHA-1 in lower-case hex. Written here a
 * second time: with the plugin's own signer, a mistake of it would be made on both sides, and no test would see it.
 */
export function documentedSignature(parameters: ReadonlyMap<string, string>, privateKey: string): string {
  const signed = [...parameters].filter(([name]) => name !== "Signature").toSorted(byName);
  const text = signed.map(([name, value]) => name + value).join("") + privateKey;
  return createHash("sha1").update(text, "utf8").digest("hex");
}
