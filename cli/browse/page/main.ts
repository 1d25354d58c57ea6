import type { PageData } from "../page-data.ts";
import { compareView } from "./compare-view.ts";
import { detailsView } from "./details-view.ts";
import { element } from "./elements.ts";
import { facetView } from "./facet-view.ts";
import { narrow } from "./facets.ts";
import { headerView } from "./header-view.ts";
import { listView } from "./list-view.ts";
import { orderImages } from "./order-images.ts";
import type { Found, Page, Part } from "./page-parts.ts";
import { searchTest, searchText } from "./search.ts";
import { timelineView } from "./timeline-view.ts";
import { toolbarView } from "./toolbar-view.ts";
import { readState, type ViewState, writeState } from "./view-state.ts";
import { words } from "./words.ts";

const data: PageData = JSON.parse(document.getElementById("data")?.textContent ?? "");
const searched = data.images.map((image) => ({ image, text: searchText(image) }));
const byId = new Map(data.images.map((image) => [image.id, image]));
const prefersChinese = /^zh/i.test(navigator.language);

let state = readState(location.hash);
let parts: readonly Part[] = [];
let found: Found = { images: [], counts: {} };
let foundFor = "";
let drawnLanguage = "";

function languageOf({ language }: ViewState): "en" | "zh" {
  return language ?? data.language ?? (prefersChinese ? "zh" : "en");
}

const page: Page = {
  data,
  image: (id) => byId.get(id),
  words: () => words[languageOf(state)],
  state: () => state,
  address: (change) => writeState({ ...state, ...change }),
  change: (change, opens = false) => {
    state = { ...state, ...change };
    const address = `#${writeState(state)}`;
    if (opens) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    draw();
  },
  copy: (text, said) => void copy(text, said),
};

function find(): Found {
  const { search, chosen, order } = state;
  const key = JSON.stringify([search, chosen, order]);
  if (key === foundFor) return found;
  foundFor = key;
  const test = searchTest(search);
  const hits = searched.filter(({ text }) => test(text)).map(({ image }) => image);
  const { images, counts } = narrow(hits, chosen);
  return { images: orderImages(images, order), counts };
}

/** Brings the whole page up to date; another language makes it anew. */
function draw(): void {
  const language = languageOf(state);
  const { documentElement: root } = document;
  if (state.theme === undefined) delete root.dataset["theme"];
  else root.dataset["theme"] = state.theme;
  if (drawnLanguage !== language) {
    drawnLanguage = language;
    root.lang = language === "zh" ? "zh-CN" : "en";
    document.title = page.words().title;
    parts = build();
  }
  found = find();
  for (const part of parts) part.update(found);
}

const toast = element("div", { class: "toast", role: "status", "aria-live": "polite" });

function build(): readonly Part[] {
  const texts = page.words();
  const header = headerView(page, Date.now());
  const facets = facetView(page);
  const toolbar = toolbarView(page);
  const timeline = timelineView(page);
  const list = listView(page);
  const compare = compareView(page);
  const details = detailsView(page);
  const main = element("main", { id: "images", tabindex: -1 }, toolbar.root, timeline.root, list.root);
  const skip = element("a", { class: "skip", href: "#images" }, texts.skip);
  skip.addEventListener("click", (event) => {
    event.preventDefault();
    main.focus();
  });
  document.body.replaceChildren(
    skip,
    header.root,
    element("div", { class: "columns" }, facets.root, main),
    element("footer", {}, texts.madeBy(data.madeBy)),
    compare.root,
    details.root,
    toast,
  );
  return [header, facets, toolbar, timeline, list, compare, details];
}

async function copy(text: string, said: string): Promise<void> {
  const { notCopied } = page.words();
  try {
    await navigator.clipboard.writeText(text);
    say(said);
  } catch {
    say(copySelected(text) ? said : notCopied);
  }
}

/** How pages copied before there was a clipboard to write to; some browsers still want it for files. */
function copySelected(text: string): boolean {
  const area = element("textarea", { class: "unseen", readonly: true });
  area.value = text;
  const before = document.activeElement;
  (before?.closest("dialog") ?? document.body).append(area);
  area.select();
  const copied = document.execCommand("copy");
  if (copied) area.remove();
  else area.addEventListener("blur", () => area.remove());
  if (copied && before instanceof HTMLElement) before.focus();
  return copied;
}

let saying = 0;

function say(text: string): void {
  // What lies behind an open dialog is neither seen nor read out.
  (document.querySelector("dialog[open] .inside") ?? document.body).append(toast);
  toast.textContent = text;
  clearTimeout(saying);
  saying = setTimeout(() => {
    toast.textContent = "";
  }, 2500);
}

addEventListener("popstate", () => {
  state = readState(location.hash);
  draw();
});

addEventListener("keydown", (event) => {
  const typing = event.target instanceof HTMLElement && event.target.matches("input, select, textarea");
  if (event.key !== "/" || typing || document.querySelector("dialog[open]") !== null) return;
  event.preventDefault();
  document.getElementById("search")?.focus();
});

draw();
// How soon a reader sees something; only those who measure read it.
performance.mark("first-result");
