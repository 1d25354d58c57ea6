import { textTable } from "../../provider/messages/text-table.ts";
import { generateCatalogue } from "../../simulator/catalogue/generate-catalogue.ts";
import { type OpenedPage, openPages, platformImages } from "../../tests/support/browser/open-pages.ts";
import { inTurn, median } from "../speed/measure.ts";

interface Figures {
  readonly drawn: number;
  readonly searched: number;
}

/** Measures the page that `browse` writes in Chromium, with 5,000 images beside 72: first results, and a search. */
async function main(): Promise<void> {
  const many = await platformImages(generateCatalogue(5000, 7));
  const few = await platformImages();
  const pages = await openPages();
  try {
    const [large, small] = await inTurn(
      9,
      async () => measure(await pages.open(many)),
      async () => measure(await pages.open(few)),
    );
    const row = (work: string, of: (figures: Figures) => number): string[] => {
      const [ours, floor] = [median(large.map(of)), median(small.map(of))];
      return [work, `${ours.toFixed(0)} ms`, `${floor.toFixed(0)} ms`, (ours / floor).toFixed(1)];
    };
    const table = [
      ["work", `${many.length} images`, `${few.length} images`, "ratio"],
      row("opening the page, until its first results stand there", ({ drawn }) => drawn),
      row("a search", ({ searched }) => searched),
    ];
    console.log(textTable(table).join("\n"));
  } finally {
    await pages.dispose();
  }
}

async function measure({ page }: OpenedPage): Promise<Figures> {
  const figures = await page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>("#search");
    const before = performance.now();
    if (field !== null) field.value = "cuda 12.8 python3.12";
    field?.dispatchEvent(new Event("input"));
    const searched = performance.now() - before;
    return { drawn: performance.getEntriesByName("first-result")[0]?.startTime ?? Number.NaN, searched };
  });
  await page.context().close();
  return figures;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
