import type { Image } from "../../provider/contract/image.ts";
import { frameworkText } from "../../provider/lookup/framework-text.ts";
import { publication } from "../../provider/lookup/order.ts";
import { imageVersion } from "../../provider/lookup/versions/image-version.ts";
import type { Language } from "../../provider/messages/messages.ts";
import { plainText } from "../../provider/messages/plain-text.ts";
import type { Localized } from "../localized.ts";
import { type Column, type FittedTable, fittedTable } from "./fitted-table.ts";
import { sizeText } from "./size-text.ts";

interface ImageColumn extends Omit<Column, "title"> {
  readonly title: Localized;
  readonly value: (image: Image, language: Language) => string;
}

/** What people choose by, in the order of the table. A column that no image has a value for is left out. */
const columns: readonly ImageColumn[] = [
  { title: { en: "name", zh: "名称" }, least: 24, value: ({ name }) => name },
  { title: { en: "version", zh: "版本" }, drop: 2, value: (image) => imageVersion(image)?.text ?? "" },
  {
    title: { en: "framework", zh: "框架" },
    least: 14,
    drop: 4,
    value: frameworkText,
  },
  { title: { en: "CUDA", zh: "CUDA" }, drop: 5, value: ({ cudaVersion }) => cudaVersion ?? "" },
  { title: { en: "Python", zh: "Python" }, drop: 6, value: ({ pythonVersion }) => pythonVersion ?? "" },
  {
    title: { en: "GPU", zh: "GPU" },
    least: 8,
    drop: 9,
    value: ({ gpuTypes, sourceGpuType }) => gpuTypes?.join(" ") ?? sourceGpuType ?? "",
  },
  {
    title: { en: "size", zh: "体积" },
    drop: 7,
    value: ({ sizeMb }) => (sizeMb === undefined ? "" : sizeText(sizeMb)),
  },
  { title: { en: "price", zh: "价格" }, drop: 8, value: ({ price }, language) => priceText(price, language) },
  { title: { en: "tags", zh: "标签" }, least: 10, drop: 10, value: ({ tags }) => tags.join(" ") },
  {
    title: { en: "status", zh: "状态" },
    drop: 3,
    value: ({ status }) => (status === "Available" ? "" : (status ?? "?")),
  },
  {
    title: { en: "publisher", zh: "发布者" },
    least: 6,
    drop: 3,
    value: ({ source, author }) => (source === "platform" ? "" : (author ?? "?")),
  },
  {
    title: { en: "source", zh: "镜像目录" },
    drop: 11,
    value: ({ source }) => (source === "platform" ? "" : source),
  },
  {
    title: { en: "date", zh: "日期" },
    drop: 1,
    value: (image) => (publication(image) ?? "").slice(0, 10),
  },
  { title: { en: "ID", zh: "ID" }, value: ({ id }) => id },
];

/** A table of images that fits the terminal. */
export function imageTable(
  images: readonly Image[],
  language: Language,
  width: number | undefined,
): FittedTable {
  const used = columns
    .map((column) => ({ column, cells: images.map((image) => plainText(column.value(image, language))) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  const rows = images.map((_, row) => used.map(({ cells }) => cells[row] ?? ""));
  const titles = used.map(({ column }) => ({ ...column, title: column.title[language] }));
  return fittedTable(titles, rows, width);
}

/** A price per hour as people say it. */
function priceText(price: number | undefined, language: Language): string {
  if (price === undefined) return "";
  if (price === 0) return language === "zh" ? "免费" : "free";
  return language === "zh" ? `${price} 元/时` : `${price} yuan/h`;
}
