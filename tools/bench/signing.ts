import { hash } from "node:crypto";
import { signature, textToSign } from "../../provider/ucloud/signature.ts";
import { median, type Row } from "./measure.ts";
import type { Peer } from "./peer.ts";

const count = 100_000;

function perSecond(work: () => unknown): number {
  const start = performance.now();
  for (let index = 0; index < count; index += 1) work();
  return count / ((performance.now() - start) / 1000);
}

/** Signatures a second of one request: ours, the bare hash of the finished text, and the SDK's signer. */
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
  const rates: [number[], number[]] = [[], []];
  for (let run = 0; run < 7; run += 1) {
    rates[0].push(perSecond(() => signature(parameters, "private")));
    rates[1].push(perSecond(() => hash("sha1", text, "hex")));
  }
  const [ours, bare] = [median(rates[0]), median(rates[1])];
  const sdk = await peer?.({}, "signing", count);
  const theirs = sdk === undefined ? Number.NaN : count / sdk.seconds;
  const thousands = (rate: number): string => `${Math.round(rate).toLocaleString("en-US")} a second`;
  return [
    {
      work: "signing",
      plugin: thousands(ours),
      peer: sdk === undefined ? "" : `${thousands(theirs)} (Python SDK)`,
      ratio: `${(ours / theirs).toFixed(1)} times as many`,
      goal: "above every SDK",
      met: sdk && ours > theirs,
    },
    {
      work: "signing",
      plugin: thousands(ours),
      peer: `${thousands(bare)} (bare hash)`,
      ratio: (ours / bare).toFixed(2),
      goal: "",
      met: undefined,
    },
  ];
}
