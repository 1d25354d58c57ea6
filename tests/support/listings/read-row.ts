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

function valueOf(value: unknown, kind: Kind): unknown {
  if (value === undefined || value === null) return undefined;
  switch (kind) {
    case "text":
      return typeof value === "string" ? value : "refused";
    case "texts":
      return Array.isArray(value) ? value : "refused";
    case "loose text":
      return typeof value === "string" || typeof value === "number" ? String(value) : "refused";
    case "boolean":
      return value === true || value === "True" || value === "true";
    case "whole number":
    case "number":
      return Number(value);
    case "time":
      return Number(value) === 0
        ? undefined
        : new Date(Number(value) * 1000).toISOString().replace(".000Z", "Z");
    default:
      return kind satisfies never;
  }
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
    if (value === undefined || value === null) return undefined;
    return typeof value === "object" && !Array.isArray(value) ? (value as WireRow)[child] : "refused";
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
