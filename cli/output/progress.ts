import type { Catalogue } from "../../provider/listings/catalogue.ts";
import type { Language } from "../../provider/messages/messages.ts";
import type { Output } from "./output.ts";

/** How long a reading goes without a word. */
const quietMs = 500;

/** A catalogue whose readings are shown in the terminal while they take time. */
export function withProgress(catalogue: Catalogue, stderr: Output, language: Language): Catalogue {
  if (!stderr.isTerminal) return catalogue;
  let readings = 0;
  let timer: NodeJS.Timeout | undefined;
  const show = async <Value>(reading: Promise<Value>): Promise<Value> => {
    readings += 1;
    const start = performance.now();
    timer ??= setInterval(() => {
      const seconds = Math.round((performance.now() - start) / 1000);
      const text =
        language === "zh" ? `正在读取镜像目录…… ${seconds} 秒` : `reading the catalogue … ${seconds} s`;
      stderr.write(`\r\u001b[K${stderr.style("dim", text)}`);
    }, quietMs);
    try {
      return await reading;
    } finally {
      readings -= 1;
      if (readings === 0) {
        clearInterval(timer);
        timer = undefined;
        if (performance.now() - start >= quietMs) stderr.write("\r\u001b[K");
      }
    }
  };
  return {
    ...catalogue,
    images: (...call) => show(catalogue.images(...call)),
    search: (...call) => show(catalogue.search(...call)),
    imageById: (...call) => show(catalogue.imageById(...call)),
    tags: (...call) => show(catalogue.tags(...call)),
  };
}
