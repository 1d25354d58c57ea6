/** JSON members by their names. */
export type WireRow = Readonly<Record<string, unknown>>;

type Kind = "text" | "loose text" | "whole number" | "number" | "boolean" | "time" | "texts";

/** Fields of an image: our name, the path on the wire, what it holds. Written a second time on purpose. */
const fields: readonly (readonly [ours: string, wire: string, kind: Kind])[] = [
  ["name", "Name", "text"],
  ["imageType", "ImageType", "text"],
  ["status", "Status", "text"],
  ["author", "Author", "text"],
  ["description", "Description", "text"],
  ["tags", "Tags", "texts"],
  ["container", "Container", "boolean"],
  ["sizeMb", "Size", "whole number"],
  ["price", "Price", "number"],
  ["authInfo", "AuthInfo", "whole number"],
  ["createdAt", "CreateTime", "time"],
  ["publishedAt", "PubTime", "time"],
  ["framework", "Softwares.Framework", "text"],
  ["frameworkVersion", "Softwares.FrameworkVersion", "loose text"],
  ["cudaVersion", "Softwares.CUDAVersion", "loose text"],
  ["applications", "Softwares.Applications", "texts"],
  ["ownerAccountName", "Owner.AccountName", "text"],
  ["ownerAccountId", "Owner.AccountId", "loose text"],
];

/** A member's value; `undefined` where the row does not have it, or has one of another type, which nobody knows. */
function valueOf(value: unknown, kind: Kind): unknown {
  if (value === undefined || value === null || value === "") return undefined;
  switch (kind) {
    case "text":
      return typeof value === "string" ? value : undefined;
    case "texts":
      return Array.isArray(value) && value.every((entry) => typeof entry === "string") ? value : undefined;
    case "loose text":
      if (typeof value === "number") return Number.isSafeInteger(value) ? String(value) : undefined;
      return typeof value === "string" ? value : undefined;
    case "boolean":
      return new Map<unknown, boolean>([
        [true, true],
        [false, false],
        ["True", true],
        ["true", true],
        ["False", false],
        ["false", false],
      ]).get(value);
    case "whole number":
      return numberIn(value, /^-?\d{1,15}$/, Number.isSafeInteger);
    case "number":
      return numberIn(value, /^-?\d{1,15}(\.\d{1,15})?$/, Number.isFinite);
    case "time": {
      const seconds = numberIn(value, /^\d{1,11}$/, Number.isSafeInteger);
      if (seconds === undefined || seconds <= 0 || seconds > 253_402_300_799) return undefined;
      return new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
    }
    default:
      return kind satisfies never;
  }
}

function numberIn(value: unknown, text: RegExp, allowed: (number: unknown) => boolean): number | undefined {
  const number = typeof value === "string" && text.test(value) ? Number(value) : value;
  return typeof number === "number" && allowed(number) ? number : undefined;
}

/** The plain facts of a row of the wire, or of an image of ours. */
export function readRow(row: WireRow, form: "wire" | "internal"): WireRow {
  if (form === "internal") {
    const own = fields.map(([ours]) => [ours, row[ours]]);
    return Object.fromEntries([["id", row["id"]], ...own]);
  }
  const member = (path: string): unknown => {
    const [parent = "", child] = path.split(".");
    const value = row[parent];
    if (child === undefined) return value;
    const object = typeof value === "object" && value !== null && !Array.isArray(value);
    return object ? (value as WireRow)[child] : undefined;
  };
  const read = fields.map(([ours, wire, kind]) => [ours, valueOf(member(wire), kind)]);
  const { name = "", tags = [], ...others } = Object.fromEntries(read);
  // Of an image without a name or tags the name is empty, and so are the tags.
  const ordered = fields.map(([ours]) => [
    ours,
    ours === "name" ? name : ours === "tags" ? tags : others[ours],
  ]);
  return Object.fromEntries([["id", row["CompShareImageId"] ?? row["ImageId"]], ...ordered]);
}
