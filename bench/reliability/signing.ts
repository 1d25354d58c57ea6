import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { signature } from "../../provider/ucloud/signature.ts";
import { seededRandom } from "../../simulator/catalogue/seeded-random.ts";

/** What came of signing by two programs. */
export interface SigningResult {
  readonly cases: number;
  readonly differences: number;
  readonly seconds: number;
}

const letters = [
  ...Array.from("abcXYZ019._"),
  " ",
  "\n",
  "\u0000",
  "&",
  "=",
  "%",
  "+",
  "é",
  "e\u0301",
  "镜像",
  "，",
  "🚀",
  "\u202e",
  "\uffff",
  "𠮷",
];
const names = [
  "Action",
  "Region",
  "Limit",
  "Offset",
  "Name",
  "Tag.0",
  "Tag.1",
  "Tag.10",
  "a",
  "A",
  "PublicKey",
  "Zone",
];

/** Signs random parameters with the plugin's code and with Python's hashlib, and counts where they differ. */
export async function compareSigning(seed: number, cases = 100_000): Promise<SigningResult> {
  const random = seededRandom(seed);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? "";
  const text = (): string => Array.from({ length: Math.floor(random() * 24) }, () => pick(letters)).join("");
  const start = performance.now();
  const python = spawn("python3", ["bench/reliability/signing.py"], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { PATH: process.env["PATH"], PYTHONIOENCODING: "utf-8" },
  });
  const failed = once(python, "error").then(([error]) => Promise.reject(error));
  failed.catch(() => undefined);
  const own: string[] = [];
  const writing = (async (): Promise<void> => {
    for (let index = 0; index < cases; index += 1) {
      const parameters = new Map(
        Array.from({ length: 1 + Math.floor(random() * 8) }, () => [pick(names), text()]),
      );
      const key = text();
      own.push(signature(parameters, key));
      const line = JSON.stringify({ ...Object.fromEntries(parameters), "": key });
      if (!python.stdin.write(`${line}\n`)) await once(python.stdin, "drain");
    }
    python.stdin.end();
  })();
  const reading = (async (): Promise<number> => {
    let [index, differences] = [0, 0];
    for await (const line of createInterface({ input: python.stdout })) {
      if (line !== own[index]) differences += 1;
      index += 1;
    }
    return differences + Math.abs(cases - index);
  })();
  const [, differences] = await Promise.race([Promise.all([writing, reading]), failed]);
  return { cases, differences, seconds: (performance.now() - start) / 1000 };
}
