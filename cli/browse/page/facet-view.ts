import { button, element } from "./elements.ts";
import { type FacetName, facetNames, facetValues, nothingChosen } from "./facets.ts";
import { shownValue } from "./format.ts";
import type { Found, Page, Part } from "./page-parts.ts";

/** Values of a facet that are shown before the reader asks for all of them. */
const fewest = 6;

/** Everything that images can be narrowed by. */
export function facetView(page: Page): Part {
  const words = page.words();
  const clear = button(words.clear, { class: "quiet" }, () =>
    page.change({ search: "", chosen: nothingChosen }),
  );
  const groups = facetNames.map((name) => facetGroup(name, page)).filter((group) => group !== undefined);
  const details = element(
    "details",
    { class: "facets" },
    element("summary", {}, element("h2", {}, words.filters)),
    clear,
    groups.map(({ root }) => root),
  );
  // Where there is room, filters are always open.
  const wide = matchMedia("(min-width: 900px)");
  const fit = (): void => {
    details.open = wide.matches;
  };
  wide.addEventListener("change", fit);
  fit();
  return {
    root: element("aside", { "aria-label": words.filters }, details),
    update: (found) => {
      const { search, chosen } = page.state();
      clear.hidden = search === "" && facetNames.every((name) => chosen[name].length === 0);
      for (const group of groups) group.update(found);
    },
  };
}

interface Choice {
  readonly value: string;
  readonly row: HTMLElement;
  readonly box: HTMLInputElement;
  readonly count: HTMLElement;
}

/** One facet. One that all images share tells nothing and is left out, unless something of it is chosen. */
function facetGroup(name: FacetName, page: Page): Part | undefined {
  const words = page.words();
  const values = facetValues(name, page.data.images);
  const told = values.length > 1 || (values[0]?.count ?? 0) < page.data.images.length;
  if (values.length === 0 || !told) return undefined;
  const choices = values.map(({ value }) => choice(name, value, page));
  let all = false;
  const more = button("", { class: "more" }, () => {
    all = !all;
    show();
  });
  let offered: readonly Choice[] = choices;
  const show = (): void => {
    const shown = new Set(offered.filter(({ box }, index) => all || index < fewest || box.checked));
    for (const one of choices) one.row.hidden = !shown.has(one);
    more.hidden = offered.length <= fewest;
    more.textContent = all ? words.fewer : words.more(offered.length - shown.size);
    more.setAttribute("aria-expanded", String(all));
  };
  const update = (found: Found): void => {
    const chosen = page.state().chosen[name];
    for (const { value, box, count } of choices) {
      box.checked = chosen.includes(value);
      count.textContent = String(found.counts[name]?.get(value) ?? 0);
    }
    offered = choices.filter(({ value, box }) => box.checked || (found.counts[name]?.get(value) ?? 0) > 0);
    root.hidden = offered.length === 0;
    show();
  };
  const root = element(
    "fieldset",
    { "data-facet": name },
    element("legend", {}, words.facet[name] ?? name),
    choices.map(({ row }) => row),
    more,
  );
  return { root, update };
}

function choice(name: FacetName, value: string, page: Page): Choice {
  const box = element("input", { type: "checkbox", value });
  const count = element("span", { class: "count" });
  box.addEventListener("change", () => {
    const { chosen } = page.state();
    const others = chosen[name].filter((other) => other !== value);
    page.change({ chosen: { ...chosen, [name]: box.checked ? [...others, value] : others } });
  });
  const text = element("bdi", {}, shownValue(name, value, page.words()));
  return { value, box, count, row: element("label", { class: "choice" }, box, text, count) };
}
