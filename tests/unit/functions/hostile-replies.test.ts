import { expect, test } from "@jest/globals";
import { CompShareError } from "../../../provider/errors/compshare-error.ts";
import { createCatalogue } from "../../../provider/listings/catalogue.ts";
import { errorText } from "../../../provider/messages/error-text.ts";
import { readReply } from "../../../provider/ucloud/read-reply.ts";
import { seededRandom } from "../../../simulator/catalogue/seeded-random.ts";
import { runFunction } from "../../support/functions/run-function.ts";
import { sentOutputs } from "../../support/grpc/sent-outputs.ts";
import { readRow, type WireRow } from "../../support/listings/read-row.ts";
import { clientOver, reply } from "../../support/ucloud/client-parts.ts";

const replies = 100_000;
const seed = 20_261_125;
const never = new AbortController().signal;

const mark = "4dabf18193072939515e22adb298388d";
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const marker = "canary-of-a-body";

const honest = JSON.stringify({
  Action: "DescribeCompShareImagesResponse",
  RetCode: 0,
  Message: "",
  TotalCount: 3,
  ImageSet: [
    {
      CompShareImageId: "compshareImage-1",
      Name: "PyTorch 镜像",
      ImageType: "App",
      Status: "Available",
      Author: "somebody",
      Description: marker,
      Tags: ["a", "b，c"],
      Container: "True",
      Size: 30_720,
      Price: 1.5,
      AuthInfo: 1,
      CreateTime: 1_700_000_000,
      PubTime: "1760000000",
      Softwares: {
        Framework: "PyTorch",
        FrameworkVersion: "2.9.1",
        CUDAVersion: 13,
        Applications: ["jupyter"],
      },
      Owner: { AccountName: "li", AccountId: 7 },
      SoftwarePorts: [{ Software: "jupyter", Port: 8888 }],
    },
    {
      CompShareImageId: "compshareImage-2",
      Name: "two",
      ImageType: "System",
      Status: "Available",
      Size: "51200",
    },
    {
      ImageId: "compshareImage-3",
      Name: "three",
      Status: "Offline",
      Tags: null,
      PubTime: 0,
      Container: false,
    },
  ],
});

/** What takes the place of a token, or is put between two. */
const hostile = [
  "null",
  "true",
  "false",
  "{}",
  "[]",
  "[[]]",
  "0",
  "-1",
  "1.5",
  "1e400",
  "-1e400",
  "1e21",
  "9007199254740993",

  "-0",
  "NaN",
  "253402300800",
  '""',
  '" "',
  '"0"',
  '"True"',
  '"many"',
  '"1e5"',
  '"2.13dev3"',
  '"Available"',

  '"__proto__"',
  '"constructor"',
  '"toString"',
  '{"__proto__":{"polluted":1}}',
  '{"constructor":{"prototype":{"polluted":1}}}',

  '"\\u001b[2J"',
  '"\\u202e"',
  '"\\u0000"',
  '"\\ud83d"',
  '"\u2028"',
  `"${"x".repeat(2000)}"`,
  '"a\\nb"',
  '"\\u009b31m"',

  `"${unknown}"`,
  `{"${mark}":"1b47061264138c4ac30d75fd1eb44270","value":"x"}`,
  `{"${mark}":"d0e6a833031e9bbcd3f4e8bde6ca49a4"}`,

  '"RetCode":171',
  '"RetCode":0',
  '"ImageSet":[]',
  '"TotalCount":0',
  "[".repeat(70),
  "]",
  "}",
  ",",
  ":",
  '"',
  "\\",
  "\ufeff",
];

const token = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null|[{}[\],:]/g;

/** An honest reply with one change or a few: a token, a list or an object replaced, repeated, left out or followed by another; or bytes cut. */
function mutate(random: () => number): string {
  const below = (count: number): number => Math.floor(random() * count);
  let text = honest;
  for (let change = below(10) < 7 ? 0 : below(3); change >= 0; change -= 1) {
    const tokens = [...text.matchAll(token)];
    // Values for the most part: most other changes give no JSON at all.
    const values = tokens.filter(({ 0: one, index }) => one.length > 1 && text[index + one.length] !== ":");
    const whole = [...text.matchAll(/\{[^{}]*\}|\[[^[\]]*\]/g)];
    const candidates = [values, values, values, whole, tokens][below(5)] ?? tokens;
    const found = candidates[below(candidates.length)];
    if (found === undefined) return text;
    const [start, end] = [found.index, found.index + found[0].length];
    const other = hostile[below(hostile.length)] ?? "";
    const kind = below(10);
    if (kind < 5) text = text.slice(0, start) + other + text.slice(end);
    else if (kind < 6) text = `${text.slice(0, end)},${other}${text.slice(end)}`;
    else if (kind < 7) text = text.slice(0, end) + text.slice(start);
    else if (kind < 8) text = text.slice(0, start) + text.slice(end);
    else if (kind < 9)
      text = text.slice(0, start) + (tokens[below(tokens.length)]?.[0] ?? "") + text.slice(end);
    else text = text.slice(0, below(text.length));
  }
  return text;
}

/** Asks for all images; the first page is the text, and there is nothing behind it. */
function ask(text: string): Promise<Readonly<Record<string, unknown>>> {
  const client = clientOver(({ action, request }) =>
    readReply(
      action,
      reply(200, request["offset"] === 0 ? text : '{"RetCode":0}', { "content-type": "application/json" }),
    ),
  );
  const catalogue = createCatalogue({
    connect: () => Promise.resolve(client),
    now: () => 0,
    timeoutMs: 1000,
    cacheMs: 0,
  });
  const quiet = { yieldToEventLoop: () => Promise.resolve(), warn: () => undefined, inform: () => undefined };
  const inputs = { statuses: ["Available", "Offline"] };
  return runFunction("getCompShareImages", inputs, () => ({ catalogue, scope: {}, ...quiet }), never);
}

/** What is wrong with an answer, by a second reading of the same text. */
function wrongIn(text: string, outputs: Readonly<Record<string, unknown>>): string[] {
  const { ImageSet: rows }: { ImageSet?: readonly WireRow[] | null } = JSON.parse(
    text.replace(/^\ufeff/, ""),
  );
  const images = outputs["images"] as readonly Readonly<Record<string, unknown>>[];
  const faults = images
    .filter((image) => {
      const own = JSON.stringify(readRow(image, "internal"));
      return !rows?.some((row) => JSON.stringify(readRow(row, "wire")) === own);
    })
    .map((image) => `not a row: ${JSON.stringify(image)}`);
  const ids = new Set((rows ?? []).map((row) => row["CompShareImageId"] ?? row["ImageId"]));
  if (Object(outputs["selection"])["rowsScanned"] !== ids.size) faults.push(`rows are missing of ${text}`);
  const sent = JSON.stringify(sentOutputs(outputs));
  if (sent.includes(mark) || sent.includes(`"${unknown}"`)) faults.push("a mark of the engine gets through");
  return faults;
}

/** What is wrong with an error: it has to be one of ours, printable, short, and silent about the body. */
function wrongWith(text: string, error: unknown): string[] {
  if (!(error instanceof CompShareError))
    return [`not ours: ${error instanceof Error ? error.message : typeof error}`];
  const shown = errorText(error);
  const faults: string[] = [];
  if (/[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029]/u.test(shown.replaceAll("\n", "")))
    faults.push(`unprintable: ${shown}`);
  if (shown.length > 1500) faults.push(`long: ${shown}`);
  // A refusal's Message is shown, whatever it says.
  if (shown.includes(marker) && !/RetCode -?\d+: /.test(shown)) faults.push(`quotes the body: ${shown}`);
  return faults.map((fault) => `${fault} of ${text.slice(0, 300)}`);
}

test(`${replies} replies that were tampered with give right data or an error of ours, and nothing else`, async () => {
  const random = seededRandom(seed);
  const faults: string[] = [];
  const counts = { answered: 0, refused: 0 };
  for (let index = 0; index < replies; index += 1) {
    const text = mutate(random);
    try {
      faults.push(...wrongIn(text, await ask(text)));
      counts.answered += 1;
    } catch (error) {
      faults.push(...wrongWith(text, error));
      counts.refused += 1;
    }
    if (faults.length > 5) break;
  }
  expect(faults).toEqual([]);
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect("polluted" in {}).toBe(false);
  // Both have to happen often for the law to say something.
  expect(Math.min(counts.answered, counts.refused)).toBeGreaterThan(10_000);
}, 180_000);
