import type { Change, NamedImage, QueryFacts } from "./query-facts.ts";

/** How many images a filter left of those that the filters before it had left. */
export interface FunnelStep {
  readonly argument: string;
  readonly left: number;
  /** Of those that it removed, how many do not specify what it asks for. */
  readonly unspecified: number;
}

/** A member that could not be read of some images, so that an argument could not judge them. */
export interface UnreadableMember {
  readonly kind: "unreadable";
  readonly argument: string;
  readonly member: string;
  readonly images: readonly NamedImage[];
  readonly more: number;
}

/** What an image can lack that a filter asks for. */
export type LackingValue =
  | "tags"
  | "type"
  | "author"
  | "owner"
  | "status"
  | "group"
  | "gpuTypes"
  | "framework"
  | "version"
  | "price"
  /** Whether it costs something. */
  | "charge"
  /** The price of an image that costs something. */
  | "chargedPrice"
  | "size"
  | "time"
  | "name"
  | "container";

/** An image that one filter alone keeps out, with what it has in place of what is wanted. */
export interface KeptOut extends NamedImage {
  readonly value: string | undefined;
  /** What it has no value of, where it has none. */
  readonly lacking: LackingValue;
  /** The member that could not be read, so that nobody knows what it has. */
  readonly unread?: string | undefined;
}

/**
 * One thing to do about a query that nothing matches. A `change` has been applied to the whole query: it may be given,
 * and images match then.
 */
export type Advice =
  /** Values close to the wanted one; each of them, in its place, matches. */
  | {
      readonly kind: "closest";
      readonly argument: string;
      readonly values: readonly string[];
      readonly changes: readonly Change[];
    }
  /** A close value that cannot be written as it is shown, and the change that asks for its image by the ID. */
  | {
      readonly kind: "closestById";
      readonly argument: string;
      readonly value: string;
      /** The argument that the change leaves out. */
      readonly displaced: string;
      readonly change: Change;
    }
  /** All values that match in place of the wanted one, or the first of them. */
  | {
      readonly kind: "known";
      readonly argument: string;
      readonly values: readonly string[];
      readonly more: boolean;
      readonly changes: readonly Change[];
    }
  /** Close values that other filters keep out. */
  | {
      readonly kind: "exists";
      readonly argument: string;
      readonly values: readonly string[];
      readonly keptOutBy: readonly string[];
    }
  /** Images that one filter alone keeps out. */
  | {
      readonly kind: "keptOut";
      readonly argument: string;
      readonly images: readonly KeptOut[];
      readonly more: number;
      /** Absent where the query may not be asked without the filter. */
      readonly change: Change | undefined;
    }
  | {
      readonly kind: "noName";
      readonly argument: string;
      /** Absent where the other filters leave nothing either. */
      readonly change: Change | undefined;
    }
  /** No catalogue has the ID; all of them were asked. */
  | { readonly kind: "everySource" }
  | { readonly kind: "tagsNeverTogether"; readonly change: Change | undefined }
  | {
      readonly kind: "noTag";
      readonly argument: string;
      readonly tag: string;
      /** Spellings of tags that images have: those that match in its place, if any does. */
      readonly closest: readonly string[];
      readonly changes: readonly Change[];
      /** Whether CompShare's list of tags has it; `undefined` where nobody has looked. */
      readonly offered: boolean | undefined;
    }
  | { readonly kind: "moreTags"; readonly count: number }
  | UnreadableMember
  | {
      readonly kind: "otherCatalogue";
      readonly source: string;
      readonly images: readonly NamedImage[];
      /** Asks that catalogue, or for the image by its ID; absent where the query may not do either. */
      readonly change: Change | undefined;
    };

/** Why no image matches, and what to change. */
export interface NoMatch {
  readonly query: QueryFacts;
  readonly rowsRead: number;
  readonly funnel: readonly FunnelStep[];
  readonly advice: readonly Advice[];
}

/** A list that is shorter than `minCount` asks for. */
export interface TooFew {
  readonly found: number;
  readonly least: number;
  /** Absent where nothing matches: what is said of that repeats it. */
  readonly query?: QueryFacts | undefined;
}

/** An image that was asked for by its ID alone and is not there. */
export interface NoId {
  readonly argument: string;
  readonly id: string;
  readonly region: string;
  readonly source: string;
}

/** An ID that is not in a catalogue file, which says nothing of whether CompShare has it. */
export interface NotListed {
  readonly argument: string;
  readonly id: string;
  readonly path: string;
  readonly takenAt: string;
}
