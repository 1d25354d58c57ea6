import type { ArgumentValue } from "../../provider/errors/query-facts.ts";

/** Arguments of a query, as programs spell them. */
export type QueryArguments = Readonly<Record<string, ArgumentValue>>;

/** An image as the page shows it. What is not known of it is absent. */
export interface PageImage {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly imageType?: string;
  readonly status?: string;
  readonly author?: string;
  /** Who vouches for it. */
  readonly trust?: "official" | "certified";
  readonly framework?: string;
  readonly frameworkVersion?: string;
  readonly cuda?: string;
  readonly python?: string;
  readonly os?: string;
  readonly gpus?: readonly string[];
  /** Each spelling of each tag once. */
  readonly tags: readonly string[];
  readonly sizeMb?: number;
  readonly price?: number;
  readonly container?: boolean;
  /** Version of the image, as the argument `version` reads it. */
  readonly version?: string;
  /** Place among all images by version, the highest first; images without one come last. */
  readonly versionPlace: number;
  /** RFC 3339: of publication, else of creation. */
  readonly date?: string;
  readonly description?: string;
  readonly versionName?: string;
  readonly groupName?: string;
  /** What programs call it: letters, digits and hyphens. */
  readonly label: string;
  /** The shortest query that means this image and no other; absent where only its ID does. */
  readonly query?: QueryArguments;
  /** The query beside its ID, by which tools find its successors: the words of an annotation. */
  readonly annotation?: string;
  /** What stands behind its ID in a program: version or date, and name. */
  readonly comment: string;
}

/** Everything that the page knows. Images are in the order of the default: the newest first. */
export interface PageData {
  /** When the images were read, RFC 3339. */
  readonly takenAt: string;
  readonly region: string;
  /** Language that was asked for; the reader's own if absent. */
  readonly language?: "en" | "zh";
  /** Version of the program that made the page. */
  readonly madeBy: string;
  readonly images: readonly PageImage[];
}
