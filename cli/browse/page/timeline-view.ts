import type { PageImage } from "../page-data.ts";
import { element, fill } from "./elements.ts";
import { shown, shownDay, shownName } from "./format.ts";
import type { Page, Part } from "./page-parts.ts";
import { isAvailable, type Line, placeDots, timelines, yearMarks } from "./timelines.ts";

/** The versions of each framework along one axis of time. */
export function timelineView(page: Page): Part {
  const words = page.words();
  const body = element("div", { class: "lines" });
  const details = element(
    "details",
    { class: "timeline", open: matchMedia("(min-width: 900px)").matches },
    element("summary", {}, element("h2", {}, words.timeline)),
    body,
  );
  let images: readonly PageImage[] = [];
  return {
    root: details,
    update: (found) => {
      if (found.images === images && body.childElementCount > 0) return;
      images = found.images;
      const lines = timelines(images);
      details.hidden = lines.length === 0;
      const years = yearMarks(lines).map(({ year, at }) =>
        placed(element("span", { class: "year" }, year), at),
      );
      fill(body, [
        element("div", { class: "axis", "aria-hidden": "true" }, element("div", { class: "track" }, years)),
        lines.map((line) => row(line, page)),
      ]);
    },
  };
}

/** Puts an element at its place on the axis, in per cent; the page's policy lets no style attribute in. */
function placed<Placed extends HTMLElement>(made: Placed, at: number, lane = 0): Placed {
  made.style.insetInlineStart = `${at.toFixed(2)}%`;
  if (lane > 0) made.style.setProperty("--lane", String(lane));
  return made;
}

function row(line: Line, page: Page): HTMLElement {
  const words = page.words();
  const dots = placeDots(line.dots).map(({ image, at, lane }) => dot(image, at, lane, page));
  const lanes = Math.max(...placeDots(line.dots).map(({ lane }) => lane)) + 1;
  const track = element("div", { class: "track", role: "list" }, dots);
  track.style.setProperty("--lanes", String(lanes));
  const links = dots.map((one) => one.firstElementChild).filter((link) => link instanceof HTMLElement);
  roveFocus(track, links);
  const { newest } = line;
  return element(
    "section",
    { class: "line", "aria-label": words.timelineOf(shown(line.framework), line.count) },
    element(
      "h3",
      { dir: "auto" },
      shown(line.framework),
      element("span", { class: "count" }, String(line.count)),
    ),
    track,
    element(
      "p",
      { class: "newest" },
      element("bdi", {}, shown(newest.version ?? newest.frameworkVersion ?? newest.name)),
      element("time", {}, shownDay(newest.date) ?? ""),
    ),
  );
}

function dot(image: PageImage, at: number, lane: number, page: Page): HTMLElement {
  const name = shownName(image, page.words());
  const text = [image.version === undefined ? "" : shown(image.version), name, shownDay(image.date)];
  const label = text.filter((part) => part !== "").join(" · ");
  const link = element("a", {
    href: `#${page.address({ image: image.id })}`,
    class: isAvailable(image) ? "dot" : "dot unavailable",
    "aria-label": label,
    "data-label": label,
  });
  link.addEventListener("click", (event) => {
    event.preventDefault();
    page.change({ image: image.id }, true);
  });
  const side = at > 66 ? "late" : at < 33 ? "early" : "middle";
  return placed(element("span", { role: "listitem", class: side }, link), at, lane);
}

/** One stop of the Tab key for a whole line; the arrow keys go along it. */
function roveFocus(track: HTMLElement, links: readonly HTMLElement[]): void {
  for (const [index, link] of links.entries()) link.tabIndex = index === links.length - 1 ? 0 : -1;
  track.addEventListener("keydown", (event) => {
    const index = links.findIndex((link) => link === document.activeElement);
    const to = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: links.length - 1 }[event.key];
    const next = to === undefined ? undefined : links[to];
    if (next === undefined) return;
    event.preventDefault();
    for (const link of links) link.tabIndex = link === next ? 0 : -1;
    next.focus();
  });
}
