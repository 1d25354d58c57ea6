import { createHash, hash } from "node:crypto";
import { signature, textToSign } from "../../provider/ucloud/signature.ts";
import { inTurn, median, type Row } from "./measure.ts";
import type { Peer } from "./peer.ts";

const count = 100_000;

function perSecond(work: () => unknown) {
  return async (): Promise<number> => {
    const start = performance.now();
    for (let index = 0; index < count; index += 1) work();
    return count / ((performance.now() - start) / 1000);
  };
}

/** Signatures a second of one request, 7 rounds in turn: ours, the SDK's, and the two ways to hash the finished text. */
export async function signing(peer: Peer): Promise<Row[]> {
  const parameters = new Map(
    Object.entries({
      Action: "DescribeCompShareImages",
      Region: "cn-wlcb",
      Limit: "100",
      Offset: "0",
      PublicKey: "public",
    }),
  );
  const text = textToSign(parameters, "private");
  const [own, oneCall, object, sdk] = await inTurn(
    7,
    perSecond(() => signature(parameters, "private")),
    perSecond(() => hash("sha1", text, "hex")),
    perSecond(() => createHash("sha1").update(text).digest("hex")),
    async () => count / ((await peer?.({}, "signing", count))?.seconds ?? Number.NaN),
  );
  const [ours, theirs] = [median(own), median(sdk)];
  const thousands = (rate: number): string => `${Math.round(rate / 1000).toLocaleString("en-US")} k a second`;
  const floor = (rate: number, name: string): Row => ({
    work: "signing",
    plugin: thousands(ours),
    peer: `${thousands(rate)} (${name})`,
    ratio: (ours / rate).toFixed(2),
  });
  return [
    {
      work: "signing",
      plugin: thousands(ours),
      goal: "above the SDK",
      ...(peer && {
        peer: `${thousands(theirs)} (Python SDK)`,
        ratio: `${(ours / theirs).toFixed(1)} times as many`,
        met: ours > theirs,
      }),
    },
    floor(median(object), "bare crypto.createHash"),
    floor(median(oneCall), "bare crypto.hash"),
  ];
}
