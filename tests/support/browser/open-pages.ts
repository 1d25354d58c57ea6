import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { describePage, type PageFacts } from "../../../cli/browse/describe-page.ts";
import { pageHtml } from "../../../cli/browse/page-html.ts";
import type { Image } from "../../../provider/contract/image.ts";
import { startSimulator } from "../../../simulator/simulator.ts";
import type { ImageRow } from "../../../simulator/state/image-row.ts";
import { pageAssets } from "../../../tools/page-assets.ts";
import { openCatalogue, scope } from "../listings/open-catalogue.ts";
import { launchBrowser } from "./launch-browser.ts";

/** What the pages of these tests say beside their images. */
const facts: PageFacts = { takenAt: "2026-11-27", region: "cn-wlcb", madeBy: "0.1.0" };

/** A browser and the pages that it has opened. */
export interface Pages {
  /** Writes a page of these images and opens it. Everything that the page asks for or complains about is kept. */
  open(images: readonly Image[], options?: OpenOptions): Promise<OpenedPage>;
  dispose(): Promise<void>;
}

/** How a page is opened. */
export interface OpenOptions extends BrowserContextOptions {
  /** What stands behind the `#` of the address. */
  readonly hash?: string;
  readonly facts?: Partial<PageFacts>;
}

/** A page in the browser. */
export interface OpenedPage {
  readonly page: Page;
  /** Addresses that were asked for, the page's own file first. */
  readonly requests: readonly string[];
  /** Errors and messages on the console. */
  readonly complaints: readonly string[];
  /** Names in the list, in its order. */
  readonly names: () => Promise<string[]>;
}

/** The images of the simulator's platform catalogue, through the real listing. */
export async function platformImages(catalogue?: readonly ImageRow[]): Promise<readonly Image[]> {
  const simulator = await startSimulator(catalogue === undefined ? {} : { catalogue });
  try {
    return await openCatalogue(simulator).images(scope, new AbortController().signal);
  } finally {
    await simulator.close();
  }
}

/** Starts the browser. */
export async function openPages(): Promise<Pages> {
  const [browser, assets] = await Promise.all([launchBrowser(), pageAssets()]);
  const folder = await mkdtemp(join(tmpdir(), "compshare-browse-"));
  let count = 0;
  return {
    open: async (images, { hash = "", facts: more = {}, ...options } = {}) => {
      count += 1;
      const file = join(folder, `${count}.html`);
      await writeFile(file, pageHtml(describePage(images, { ...facts, ...more }), assets));
      return openFile(browser, `${pathToFileURL(file).href}${hash}`, options);
    },
    dispose: async () => {
      await browser.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function openFile(browser: Browser, url: string, options: BrowserContextOptions): Promise<OpenedPage> {
  const context = await browser.newContext({
    locale: "en-US",
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(url);
  return { page, requests, complaints, names: () => page.locator("ul.images h3").allTextContents() };
}
