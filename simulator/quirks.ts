import type { Fault } from "./state/fault.ts";
import { faultProblem } from "./state/fault.ts";

/** How the simulated server behaves where servers are known to differ; the defaults are the live behaviour. */
export interface Quirks {
  /**
   * What Limit and Offset count: rows of each image type on its own, rows of all types together,
   * or one of the two is ignored (the types still page apart).
   * @default "per-type"
   */
  readonly pageMode: "per-type" | "together" | "offset-ignored" | "limit-ignored";
  /**
   * Most rows that a page holds, whatever Limit says; 0 is no clamp.
   * @default 0
   */
  readonly clampLimit: number;
  /**
   * Order of the rows: as in the catalogue; another fixed order; each page shuffled in itself, so that nothing
   * is lost; or all rows shuffled anew for every request, so that pages overlap and rows are missed.
   * @default "stable"
   */
  readonly order: "stable" | "shuffled" | "shuffled-per-page" | "shuffled-per-request";
  /**
   * TotalCount: true, always 0, off by a number such as -32, missing, or sent under the name Total.
   * @default "true"
   */
  readonly totalCount: "true" | "zero" | "missing" | "as-Total" | number;
  /**
   * TotalCount is 0 when one image is asked for by its ID, although the image is there.
   * @default false
   */
  readonly pointQueryTotalZero: boolean;
  /**
   * An unknown image ID is refused with 230 instead of being answered with no rows.
   * @default false
   */
  readonly unknownIdRefused: boolean;
  /**
   * A request without ProjectId is refused with 292, as sub-accounts are.
   * @default false
   */
  readonly projectRequired: boolean;
  /**
   * RetCode is a text: `"0"`.
   * @default false
   */
  readonly retCodeAsText: boolean;
  /**
   * TotalCount and the numbers of a row are texts: `"30720"`.
   * @default false
   */
  readonly countsAsText: boolean;
  /**
   * Container is true or false instead of `"True"` or `"False"`.
   * @default false
   */
  readonly containerAsBoolean: boolean;
  /**
   * An empty list of images or groups is null.
   * @default false
   */
  readonly nullImageSet: boolean;
  /**
   * The ID is called ImageId instead of CompShareImageId.
   * @default false
   */
  readonly idAlias: boolean;
  /**
   * How published images are answered: in groups under the live name, in groups under the documented name, or as rows.
   * @default "grouped"
   */
  readonly communityShape: "grouped" | "ImageSetGroup" | "flat";
  /**
   * Answers and rows hold members that no page documents.
   * @default false
   */
  readonly extraMembers: boolean;
  /**
   * Share of the requests, 0 to 1, that meet a fault drawn from `faultMix`.
   * @default 0
   */
  readonly faultRate: number;
  /**
   * Faults that `faultRate` draws from, each as likely as the others.
   * @default HTTP 503, RetCode 153 and a reset connection
   */
  readonly faultMix: readonly Fault[];
}

/** The live behaviour. */
export const defaultQuirks: Quirks = {
  pageMode: "per-type",
  clampLimit: 0,
  order: "stable",
  totalCount: "true",
  pointQueryTotalZero: false,
  unknownIdRefused: false,
  projectRequired: false,
  retCodeAsText: false,
  countsAsText: false,
  containerAsBoolean: false,
  nullImageSet: false,
  idAlias: false,
  communityShape: "grouped",
  extraMembers: false,
  faultRate: 0,
  faultMix: [{ httpStatus: 503 }, { retCode: 153 }, "reset"],
};

interface Rule {
  readonly allowed: string;
  readonly accepts: (value: unknown) => boolean;
}

const oneOf = (...values: readonly string[]): Rule => ({
  allowed: values.join(", "),
  accepts: (value) => typeof value === "string" && values.includes(value),
});

const yesOrNo: Rule = { allowed: "true, false", accepts: (value) => typeof value === "boolean" };

const totals = oneOf("true", "zero", "missing", "as-Total");

const rules: { readonly [Name in keyof Quirks]: Rule } = {
  pageMode: oneOf("per-type", "together", "offset-ignored", "limit-ignored"),
  clampLimit: {
    allowed: "0 (no clamp) or a whole number of rows",
    accepts: (value) => Number.isInteger(value) && Number(value) >= 0,
  },
  order: oneOf("stable", "shuffled", "shuffled-per-page", "shuffled-per-request"),
  totalCount: {
    allowed: `${totals.allowed}, or a whole number to add such as -32`,
    accepts: (value) => totals.accepts(value) || Number.isInteger(value),
  },
  pointQueryTotalZero: yesOrNo,
  unknownIdRefused: yesOrNo,
  projectRequired: yesOrNo,
  retCodeAsText: yesOrNo,
  countsAsText: yesOrNo,
  containerAsBoolean: yesOrNo,
  nullImageSet: yesOrNo,
  idAlias: yesOrNo,
  communityShape: oneOf("grouped", "ImageSetGroup", "flat"),
  extraMembers: yesOrNo,
  faultRate: {
    allowed: "a number from 0 to 1",
    accepts: (value) => typeof value === "number" && value >= 0 && value <= 1,
  },
  faultMix: {
    allowed: 'a list of faults such as [{"retCode": 153}, "reset"]',
    accepts: (value) =>
      Array.isArray(value) && value.length > 0 && value.every((fault) => faultProblem(fault) === undefined),
  },
};

/** Every quirk with the values it takes, one a line. */
export const quirkList: string = Object.entries(rules)
  .map(([name, { allowed }]) => `    ${name.padEnd(20)} ${allowed}`)
  .join("\n");

/** Checks quirks that come from outside; throws a RangeError that names what is allowed. */
export function checkedQuirks(quirks: Readonly<Record<string, unknown>>): Partial<Quirks> {
  for (const [name, value] of Object.entries(quirks)) {
    const rule = Object.hasOwn(rules, name) ? rules[name as keyof Quirks] : undefined;
    if (rule === undefined) {
      throw new RangeError(`There is no quirk "${name}". Quirks: ${Object.keys(rules).join(", ")}.`);
    }
    if (!rule.accepts(value)) {
      throw new RangeError(`Quirk ${name} cannot be ${JSON.stringify(value)}. Allowed: ${rule.allowed}.`);
    }
  }
  return quirks;
}

/** Reads quirks written as `name=value`, the way a command line has them. */
export function quirksFromText(assignments: readonly string[]): Partial<Quirks> {
  const entries = assignments.map((assignment): [string, unknown] => {
    const [name = "", ...rest] = assignment.split("=");
    const text = rest.join("=");
    // "true" is a value of totalCount but also how a command line spells a boolean, so the rule decides.
    const rule = Object.hasOwn(rules, name) ? rules[name as keyof Quirks] : undefined;
    return [name, rule?.accepts(text) === true ? text : jsonOrText(text)];
  });
  return checkedQuirks(Object.fromEntries(entries));
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
