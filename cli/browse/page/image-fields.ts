import type { PageImage } from "../page-data.ts";
import {
  shown,
  shownDay,
  shownFramework,
  shownLines,
  shownName,
  shownPrice,
  shownSize,
  shownValue,
} from "./format.ts";
import type { Words } from "./words.ts";

/** What is said of an image: the name of a field in `Words.fields`, and its text. */
export interface Field {
  readonly name: string;
  readonly read: (image: PageImage, words: Words) => string | undefined;
}

const maybe = (text: string | undefined): string | undefined => text && shown(text);

/** The fields by which people choose, as the list shows them. */
export const chosenBy: readonly Field[] = [
  { name: "framework", read: shownFramework },
  { name: "cuda", read: ({ cuda }) => maybe(cuda) },
  { name: "python", read: ({ python }) => maybe(python) },
  { name: "gpus", read: ({ gpus = [] }) => maybe(gpus.join(", ")) },
  { name: "size", read: ({ sizeMb }) => shownSize(sizeMb) },
  { name: "price", read: ({ price }, words) => shownPrice(price, words) },
  { name: "date", read: ({ date }) => shownDay(date) },
];

/** All fields, as the details and the comparison show them. */
export const allFields: readonly Field[] = [
  { name: "name", read: shownName },
  { name: "version", read: ({ version }) => maybe(version) },
  ...chosenBy,
  { name: "os", read: ({ os }) => maybe(os) },
  { name: "tags", read: ({ tags }) => maybe(tags.join(", ")) },
  { name: "status", read: ({ status }, words) => status && shownValue("status", status, words) },
  { name: "author", read: ({ author }) => maybe(author) },
  { name: "trust", read: ({ trust }, words) => trust && words.value[`trust.${trust}`] },
  { name: "source", read: ({ source }, words) => shownValue("source", source, words) },
  { name: "imageType", read: ({ imageType }) => maybe(imageType) },
  {
    name: "container",
    read: ({ container }, words) =>
      container === undefined ? undefined : words.container[container ? "true" : "false"],
  },
  { name: "versionName", read: ({ versionName }) => maybe(versionName) },
  { name: "groupName", read: ({ groupName }) => maybe(groupName) },
  { name: "id", read: ({ id }) => shown(id) },
  { name: "description", read: ({ description }) => description && shownLines(description) },
];
