import type { Language } from "../provider/messages/messages.ts";
import { plainText } from "../provider/messages/plain-text.ts";

/** Where was looked. */
interface Where {
  readonly region: string;
  readonly source: string;
}

function whereText({ region, source }: Where, language: Language): string {
  const place = `region ${plainText(region)}`;
  return language === "zh" ? `${place}，source ${source}` : `${place}, source ${source}`;
}

/** How many images are shown of how many. */
export function foundText(
  { shown, matched, read }: { readonly shown: number; readonly matched: number; readonly read: number },
  where: Where,
  language: Language,
): string {
  const place = whereText(where, language);
  if (language === "zh") {
    const part = shown === matched ? "" : `，显示 ${shown} 个`;
    return `读取 ${read} 个镜像，符合 ${matched} 个${part}（${place}）`;
  }
  const part = shown === matched ? "" : `, ${shown} shown`;
  return `${matched} of ${read} images match${part} (${place})`;
}

/** No image matches. */
export function noneText(read: number, where: Where, language: Language): string {
  const place = whereText(where, language);
  return language === "zh"
    ? `读取 ${read} 个镜像，没有符合的（${place}）；compshare-images explain 加上同样的选项可以说明原因`
    : `none of ${read} images matches (${place}); compshare-images explain with the same flags says why`;
}

/** Columns that had no room. */
export function leftOutText(titles: readonly string[], language: Language): string {
  if (titles.length === 0) return "";
  return language === "zh"
    ? `；终端较窄，未显示：${titles.join("、")}`
    : `; no room for: ${titles.join(", ")}`;
}
