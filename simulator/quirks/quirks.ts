import { type Fault, faultProblem } from "../state/fault.ts";
import { oneOf, onOrOff, type Quirk } from "./quirk.ts";

const totals = oneOf(
  "TotalCount: true, always 0, missing, sent under the name Total, or off by a number",
  "true",
  "zero",
  "missing",
  "as-Total",
);

const totalCount: Quirk<typeof totals.live | number> = {
  ...totals,
  allowed: `${totals.allowed}, or a whole number to add such as -32`,
  allowedInChinese: "true、zero、missing、as-Total，或要加上的整数，例如 -32",
  accepts: (value) => totals.accepts(value) || Number.isInteger(value),
};

const clampLimit: Quirk<number> = {
  what: "most rows that a page holds, whatever Limit says",
  live: 0,
  allowed: "0 (no clamp) or a whole number of rows",
  allowedInChinese: "0（不限制）或行数",
  accepts: (value) => Number.isInteger(value) && Number(value) >= 0,
};

const faultRate: Quirk<number> = {
  what: "share of the requests that meet a fault drawn from faultMix",
  live: 0,
  allowed: "a number from 0 to 1",
  allowedInChinese: "0 到 1 的数",
  accepts: (value) => typeof value === "number" && value >= 0 && value <= 1,
};

const faultMix: Quirk<readonly Fault[]> = {
  what: "faults that faultRate draws from, each as likely as the others",
  live: [{ httpStatus: 503 }, { retCode: 153 }, "reset"],
  allowed: 'a list of faults such as [{"retCode": 153}, "reset"]',
  allowedInChinese: '故障的列表，例如 [{"retCode": 153}, "reset"]',
  accepts: (value) =>
    Array.isArray(value) && value.length > 0 && value.every((fault) => faultProblem(fault) === undefined),
};

/** Every quirk: what it changes, its values and the live one. Actions and the gateway look at it under its name. */
export const quirks = {
  pageMode: oneOf(
    "what Limit and Offset count: rows of each type, all rows together, or one of the two is ignored",
    "per-type",
    "together",
    "offset-ignored",
    "limit-ignored",
  ),
  clampLimit,
  order: oneOf(
    "order of the rows: as in the catalogue, another fixed one, shuffled inside each page so that nothing is lost, or anew for every request so that pages overlap and rows are missed",
    "stable",
    "shuffled",
    "shuffled-per-page",
    "shuffled-per-request",
  ),
  totalCount,
  pointQueryTotalZero: onOrOff(
    "TotalCount is 0 when the ID of one image is given, although the image is there",
  ),
  unknownIdRefused: onOrOff("an unknown image ID is refused with 230 instead of a list without rows"),
  projectRequired: onOrOff("a request without ProjectId is refused with 292, as sub-accounts are"),
  retCodeAsText: onOrOff('RetCode is a text: "0"'),
  countsAsText: onOrOff('TotalCount and the numbers of a row are texts: "30720"'),
  containerAsBoolean: onOrOff('Container is true or false instead of "True" or "False"'),
  nullImageSet: onOrOff("an empty list of images or groups is null"),
  idAlias: onOrOff("the ID is called ImageId instead of CompShareImageId"),
  communityShape: oneOf(
    "published images come in groups under the live name, in groups under the documented name, or as rows",
    "grouped",
    "ImageSetGroup",
    "flat",
  ),
  extraMembers: onOrOff("responses and rows hold members that no page documents"),
  faultRate,
  faultMix,
};

type ValueOf<One> = One extends Quirk<infer Value> ? Value : never;

/** How the simulated server behaves: a value for each quirk. */
export type Quirks = { readonly [Name in keyof typeof quirks]: ValueOf<(typeof quirks)[Name]> };
