import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { ResponseShapeError } from "../../../provider/errors/response-shape-error.ts";
import { decodeImage } from "../../../provider/ucloud/decode-row.ts";

const origin = { action: "DescribeCompShareImages", path: "row", source: "platform" } as const;

const texts = [
  "Name",
  "Author",
  "Description",
  "ImageOwnerAlias",
  "ImageType",
  "Container",
  "Status",
  "GroupId",
];
const numbers = [
  "AuthInfo",
  "Size",
  "Price",
  "Visibility",
  "CreatedCount",
  "CreateTime",
  "PubTime",
  "UpdateTime",
];
const lists = ["Tags", "SupportedGpuTypes", "SoftwarePorts", "ImageSupportZone"];
const names = [...texts, ...numbers, ...lists, "Softwares", "Owner", "IsOfficial", "ImageId", "AutoStart"];
const inner = [
  "Framework",
  "CUDAVersion",
  "Applications",
  "AccountId",
  "AccountName",
  "Software",
  "Port",
  "Zone",
];
const traps = ["toString", "valueOf", "constructor", "__proto__", "toJSON", "then"];

const { value } = fc.letrec<{ value: unknown; leaf: unknown; entry: unknown }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, tie("leaf"), fc.array(tie("value"), { maxLength: 3 }), tie("entry")),
  leaf: fc.oneof(
    fc.constantFrom<unknown>(null, true, false, 0, 1, 2, "", "0", "1", "True", "Official", "1e3", -1, 1.5),
    fc.string(),
    fc.integer(),
    fc.double(),
  ),
  entry: fc.dictionary(fc.constantFrom(...inner, ...traps), tie("value"), { maxKeys: 4 }),
}));

/** Rows as JSON can hold them: mostly with names that mean something. */
const rows = fc
  .oneof(
    { weight: 5, arbitrary: fc.dictionary(fc.constantFrom(...names, ...traps), value, { maxKeys: 6 }) },
    { weight: 1, arbitrary: fc.jsonValue() },
  )
  .map((row): unknown => JSON.parse(JSON.stringify(row) ?? "null"))
  .map((row) =>
    isObject(row) && !("ImageId" in row) ? { CompShareImageId: "compshareImage-1", ...row } : row,
  );

test("any row becomes an image or a ResponseShapeError, and nothing else", () => {
  let images = 0;
  fc.assert(
    fc.property(rows, (row) => {
      try {
        expect(decodeImage(row, origin).id).not.toBe("");
        images += 1;
      } catch (error) {
        expect(error).toBeInstanceOf(ResponseShapeError);
      }
    }),
    { numRuns: 3000 },
  );
  // Enough of both, or the law above says little.
  expect(images).toBeGreaterThan(300);
});

/** Text, number and boolean leaves of a value, as text. */
function leaves(value: unknown): readonly string[] {
  if (isObject(value) || Array.isArray(value)) return Object.values(value).flatMap(leaves);
  if (value === null || value === undefined) return [];
  return [typeof value === "string" ? value : JSON.stringify(value)];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a value of an image can have been on the wire. */
function onTheWire(value: string): readonly string[] {
  const seconds = /^\d{4}-.*Z$/.test(value) ? Date.parse(value) / 1000 : undefined;
  const number = Number(value);
  return [
    value,
    String(seconds),
    value === "true" ? "True" : "False",
    ...(Number.isFinite(number) ? [String(number)] : []),
  ];
}

test("every value of an image comes from the row: nothing is invented", () => {
  fc.assert(
    fc.property(rows, (row) => {
      let image: object;
      try {
        image = decodeImage(row, origin);
      } catch {
        return;
      }
      const sent = new Set(leaves(row).flatMap((leaf) => [leaf, String(Number(leaf))]));
      const { source, official, certified, ...values } = {
        source: "",
        official: false,
        certified: false,
        ...image,
      };
      expect(source).toBe("platform");
      expect([typeof official, typeof certified]).toEqual(["boolean", "boolean"]);
      for (const leaf of leaves(values).filter((one) => one !== ""))
        expect(onTheWire(leaf).some((one) => sent.has(one)) ? "sent" : leaf).toBe("sent");
    }),
    { numRuns: 3000 },
  );
});

test("decoding leaves the row as it was", () => {
  fc.assert(
    fc.property(rows, (row) => {
      const before = JSON.stringify(row);
      try {
        decodeImage(row, origin);
      } catch {
        // Refused rows must stay as they were as well.
      }
      expect(JSON.stringify(row)).toBe(before);
    }),
  );
});
