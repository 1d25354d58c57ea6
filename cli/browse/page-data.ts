import type { ArgumentValue } from "../../provider/errors/query-facts.ts";

/** Arguments of a query, as programs spell them. */
export type QueryArguments = Readonly<Record<string, ArgumentValue>>;

/** An image as the page shows it. What is not known of it is absent. */
export interface PageImage {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly imageType?: string | undefined;
  readonly status?: string | undefined;
  readonly author?: string | undefined;
  /** Who vouches for it. */
  readonly trust?: "official" | "certified" | undefined;
  readonly framework?: string | undefined;
  readonly frameworkVersion?: string | undefined;
  readonly cuda?: string | undefined;
  readonly python?: string | undefined;
  readonly os?: string | undefined;
  readonly gpus?: readonly string[] | undefined;
  /** Each spelling of each tag once. */
  readonly tags: readonly string[];
  readonly sizeMb?: number | undefined;
  readonly price?: number | undefined;
  readonly container?: boolean | undefined;
  /** Version of the image, as the argument `version` reads it. */
  readonly version?: string | undefined;
  /** Place among all images by version, the highest first; images without one come last. */
  readonly versionPlace: number;
  /** RFC 3339: of publication, else of creation. */
  readonly date?: string | undefined;
  readonly description?: string | undefined;
  readonly versionName?: string | undefined;
  readonly groupName?: string | undefined;
  /** What programs call it: letters, digits and hyphens. */
  readonly label: string;
  /** The shortest query that means this image and no other; absent where only its ID does. */
  readonly query?: QueryArguments | undefined;
  /** The query beside its ID, by which tools find its successors: the words of an annotation. */
  readonly annotation?: string | undefined;
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
