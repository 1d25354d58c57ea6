import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { imageSource } from "../../provider/contract/image.ts";
import { plainText } from "../../provider/messages/plain-text.ts";
import { describePage } from "../browse/describe-page.ts";
import { pageAssets } from "../browse/page-assets.ts";
import { pageHtml } from "../browse/page-html.ts";
import { readCatalogue } from "../browse/read-catalogue.ts";
import { exitCodes } from "../exit-codes.ts";
import { UsageFailure } from "../failures.ts";
import { jsonDocument } from "../output/json-document.ts";
import { writeFiles } from "../write-files.ts";
import { command } from "./command.ts";

const usualFile = "compshare-images.html";

/** Writes the catalogue as one HTML page. */
export const browse = command({
  usage: "[-o FILE] [FLAGS]",
  help: {
    en: "Writes the catalogue as one HTML file that makes no network requests: search, filters, versions over time, comparison, and the code that refers to an image in a program.",
    zh: "把镜像目录写成一个 HTML 文件，打开时不访问网络：可搜索、筛选、查看版本时间线、对比镜像，并复制在程序中引用镜像的代码。",
  },
  examples: [
    "compshare-images browse",
    "compshare-images browse --catalog compshare.catalog.json -o images.html",
    "compshare-images browse --source community --lang zh",
  ],
  flags: {
    output: {
      type: "string",
      short: "o",
      value: "FILE",
      help: {
        en: `File to write; - is standard output. Default: ${usualFile}.`,
        zh: `要写入的文件；- 表示标准输出。默认：${usualFile}。`,
      },
    },
  },
  run: async (context) => {
    const { flags, format, stdout, version } = context;
    const file = flags.output ?? usualFile;
    if (file === "-" && format === "json")
      throw new UsageFailure({
        en: "-o - prints the page, --json prints what was written: one of them",
        zh: "-o - 输出页面，--json 输出写入结果，只能选其一",
      });
    const source = imageSource.options.find((one) => one === flags.source);
    const read = await readCatalogue(await context.openLookup(), source, context.now(), context.signal);
    const { images, ...facts } = read;
    const language = flags.lang === undefined ? {} : { language: context.language };
    const page = pageHtml(describePage(images, { ...facts, ...language, madeBy: version }), pageAssets());
    if (file === "-") {
      stdout.write(page);
      return exitCodes.done;
    }
    await writeFiles([{ path: resolve(context.cwd, file), after: page }], randomUUID());
    const written = { file, images: images.length, takenAt: read.takenAt };
    stdout.write(
      format === "json" ? jsonDocument("compshare-browse/1", written) : textOf(written, context.language),
    );
    return exitCodes.done;
  },
});

function textOf(written: { readonly file: string; readonly images: number }, language: "en" | "zh"): string {
  const file = plainText(written.file);
  const { images } = written;
  return language === "zh"
    ? `${file}：${images} 个镜像\n`
    : `${file}: ${images} image${images === 1 ? "" : "s"}\n`;
}
