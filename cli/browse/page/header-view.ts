import { button, element } from "./elements.ts";
import { daysBetween, shown, shownDay } from "./format.ts";
import type { Page, Part } from "./page-parts.ts";

/** Days after which a catalogue is said to be old. */
const oldAfterDays = 14;

const nextTheme = { auto: "light", light: "dark", dark: undefined } as const;

/** Title, search, age of the catalogue, language and theme. */
export function headerView(page: Page, now: number): Part {
  const words = page.words();
  const { data, state, change } = page;
  const search = element("input", {
    type: "search",
    id: "search",
    placeholder: words.searchHint,
    autocomplete: "off",
    spellcheck: "false",
    dir: "auto",
  });
  search.value = state().search;
  search.addEventListener("input", () => change({ search: search.value }));
  const themeOf = (): "auto" | "light" | "dark" => state().theme ?? "auto";
  const theme = button("", { class: "quiet" }, () => change({ theme: nextTheme[themeOf()] }));
  const language = button(words.language, { class: "quiet" }, () =>
    change({ language: document.documentElement.lang === "en" ? "zh" : "en" }),
  );
  const root = element(
    "header",
    { class: "top" },
    element("h1", {}, words.title),
    element(
      "div",
      { class: "search", role: "search" },
      element("label", { for: "search" }, words.search),
      search,
    ),
    element("div", { class: "modes" }, theme, language),
    age(page, daysBetween(data.takenAt, now)),
  );
  return {
    root,
    update: () => {
      theme.textContent = `◐ ${words.theme[themeOf()]}`;
      theme.setAttribute("aria-label", words.themeOf(words.theme[themeOf()]));
      if (search.value !== state().search) search.value = state().search;
    },
  };
}

function age({ data, words }: Page, days: number): HTMLElement {
  const texts = words();
  const date = shownDay(shown(data.takenAt)) ?? "";
  const isOld = days > oldAfterDays;
  return element(
    "p",
    { class: isOld ? "age old" : "age" },
    element("time", { datetime: data.takenAt }, texts.taken(date, days)),
    ` · ${texts.region(shown(data.region))}`,
    isOld && element("strong", {}, ` ${texts.old(days)}`),
  );
}
