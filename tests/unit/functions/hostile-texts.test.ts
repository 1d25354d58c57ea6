import { expect, test } from "@jest/globals";
import { CompShareError } from "../../../provider/errors/compshare-error.ts";
import { plainInputs } from "../../../provider/grpc/engine-values.ts";
import { createCatalogue } from "../../../provider/listings/catalogue.ts";
import { errorText } from "../../../provider/messages/error-text.ts";
import { pinOutputs } from "../../../provider/resources/pin-outputs.ts";
import { decodeImage } from "../../../provider/ucloud/decode-row.ts";
import { readReply } from "../../../provider/ucloud/read-reply.ts";
import { runFunction } from "../../support/functions/run-function.ts";
import { sentOutputs } from "../../support/grpc/sent-outputs.ts";
import { quietContext } from "../../support/listings/open-catalogue.ts";
import { rejectionOf } from "../../support/thrown.ts";
import { clientOver, reply } from "../../support/ucloud/client-parts.ts";
import { origin } from "../../support/ucloud/decode-members.ts";

type Members = Readonly<Record<string, unknown>>;

/** Asks a function of a gateway that answers every action with this text. */
async function ask(name: Parameters<typeof runFunction>[0], inputs: Members, body: string): Promise<Members> {
  const client = clientOver(({ action }) => readReply(action, reply(200, body)));
  const catalogue = createCatalogue({
    connect: () => Promise.resolve(client),
    now: () => 0,
    timeoutMs: 1000,
    cacheMs: 0,
  });
  const context = { ...quietContext, catalogue, scope: {} };
  return sentOutputs(await runFunction(name, inputs, () => context, new AbortController().signal));
}

const rowOf = (id: string, text: string): Members => ({
  CompShareImageId: id,
  Name: text,
  Author: text,
  Description: text,
  Readme: text,
  GroupId: text,
  Status: "Available",
  Tags: ["a", text],
  SupportedGpuTypes: [text],
  VersionName: text,
  Softwares: { Framework: text, FrameworkVersion: text, Applications: [text] },
  SoftwarePorts: [{ Software: text, Port: 1 }],
  ImageSupportZone: [{ Zone: text }],
});

/** What an image of such a row has in the place of each text. */
const imageOf = (id: string, text: string): Members => ({
  id,
  name: text,
  author: text,
  description: text,
  readme: text,
  groupId: text,
  tags: ["a", text],
  gpuTypes: [text],
  versionName: text,
  framework: text,
  frameworkVersion: text,
  applications: [text],
  softwarePorts: [{ software: text, port: 1 }],
  supportedZones: [text],
});

const listing = (rows: readonly Members[]): string =>
  JSON.stringify({ RetCode: 0, TotalCount: rows.length, ImageSet: rows });

const deceptive: readonly (readonly [string, string])[] = [
  ["clears the screen", "\u001b[2J"],
  ["is a link of the terminal", "\u001b]8;;https://example.com\u0007a\u001b]8;;\u0007"],
  ["has C1 controls", "a\u009b31m\u0085b"],
  ["runs backwards", "\u202egnp.exe\u2066"],
  ["has several lines", "a\r\nb\u2028c\u2029d"],
  ["has invisible characters", "a\u200bb\ufeff"],
];

const unknowns: readonly (readonly [string, string])[] = [
  ["stands for a text that is not known yet", "04da6b54-80e4-46f7-96ec-b56ff0331ba9"],
  ["stands for a truth value that is not known yet", "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7"],
  ["stands for a number that is not known yet", "3eeb2bf0-c639-47a8-9e75-3b44932eb421"],
  ["stands for a list that is not known yet", "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2"],
  ["stands for an object that is not known yet", "dd056dcd-154b-4c76-9bd3-c8f88648b5ff"],
  ["stands for an asset that is not known yet", "030794c1-ac77-496b-92df-f27374a8bd58"],
  ["stands for an archive that is not known yet", "e48ece36-62e2-4504-bad9-02848725956a"],
];

test.each<readonly [string, string, string]>([
  ...deceptive.map(([what, text]) => [what, text, text] as const),
  ...unknowns.map(([what, text]) => [what, text, `(${text})`] as const),
  ["is half a pair", "a\ud800", "a\ufffd"],
])("a text that %s is an output like any other", async (_, text, output) => {
  const body = listing([rowOf("one", text)]);
  const image = imageOf("one", output);
  expect(await ask("getCompShareImages", {}, body)).toMatchObject({ images: [image], names: [output] });
  expect(await ask("getCompShareImage", { id: "one" }, body)).toMatchObject(image);
  const tags = JSON.stringify({ RetCode: 0, Tags: ["a"], TagsMap: { kind: [text] } });
  expect(await ask("getCompShareImageTags", {}, tags)).toMatchObject({ categories: { kind: [output] } });
  const given = decodeImage(rowOf("one", text), origin);
  const choice = { image: given, region: "r", warnings: [{ kind: "publisher", author: text } as const] };
  const pinned = sentOutputs(pinOutputs(choice, 0));
  expect(pinned).toMatchObject({ imageId: "one", name: output });
  expect(plainInputs(pinned)).toMatchObject({ secret: false, unknown: [] });
});

test.each(deceptive)("in an error a text that %s is escaped", async (_, text) => {
  const two = listing([rowOf("one", text), rowOf("two", `${text}2`)]);
  const errors = await Promise.all([
    rejectionOf(ask("getCompShareImage", { tags: ["a"] }, two)),
    rejectionOf(ask("getCompShareImage", { name: `${text}x` }, two)),
    rejectionOf(ask("getCompShareImage", { name: "a" }, JSON.stringify({ RetCode: 9, Message: text }))),
  ]);
  for (const error of errors) {
    if (!(error instanceof CompShareError)) throw error;
    const shown = errorText(error);
    expect(shown).toContain("\\u{");
    expect(shown.split("\n").join("")).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u200b\u202e\u2066\ufeff]/u);
  }
});

const traps = '"__proto__":{"Name":"x","polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":1';

test("names of Object.prototype in an answer, a row or a part of it change nothing", async () => {
  const row = `{"CompShareImageId":"one","Status":"Available","Softwares":{${traps}},${traps}}`;
  const flat = await ask(
    "getCompShareImages",
    {},
    `{"RetCode":0,"TotalCount":1,"ImageSet":[${row}],${traps}}`,
  );
  const group = `{"RetCode":0,"TotalCount":1,"CompshareImageGroup":[{"GroupId":"g","Data":[${row}],${traps}}]}`;
  const grouped = await ask("getCompShareImages", { source: "community" }, group);
  const one = { id: "one", name: "", tags: [], status: "Available", official: false, certified: false };
  expect(flat["images"]).toEqual([{ ...one, source: "platform" }]);
  expect(grouped["images"]).toEqual([{ ...one, source: "community", groupId: "g" }]);
  expect([Object.keys(Object.prototype), Object.keys(Array.prototype)]).toEqual([[], []]);
});

test("names of Object.prototype and of the engine are no categories of tags, and others are kept", async () => {
  const mark = '"4dabf18193072939515e22adb298388d":["1b47061264138c4ac30d75fd1eb44270"]';
  const body = `{"RetCode":0,"TagsMap":{"__proto__":["a"],"constructor":["b"],${mark},"a\\ud800":["c"]}}`;
  const { categories } = await ask("getCompShareImageTags", {}, body);
  expect(categories).toEqual({ constructor: ["b"], "a\ufffd": ["c"] });
});
