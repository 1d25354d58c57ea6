import { programText } from "../image-program.ts";
import type { PageImage } from "../page-data.ts";
import { button, type Content, element, fill } from "./elements.ts";
import { shown, shownName, shownValue } from "./format.ts";
import { chosenBy, type Field } from "./image-fields.ts";
import type { Found, Page, Part } from "./page-parts.ts";
import { isAvailable } from "./timelines.ts";
import { mostCompared } from "./view-state.ts";
import type { Words } from "./words.ts";

/** Images that are drawn at once; more follow when the reader asks for them. */
const step = 50;

/** Tags that an entry shows. */
const mostTags = 6;

/** The images that are found. */
export function listView(page: Page): Part {
  const words = page.words();
  const list = element("ul", { class: "images" });
  const none = element("p", { class: "none" }, element("strong", {}, words.none), ` ${words.noneHint}`);
  let images: readonly PageImage[] = [];
  let drawn = 0;
  const draw = (): void => {
    const next = images.slice(drawn, drawn + step).map((image) => entry(image, page));
    list.append(...next);
    drawn += next.length;
    more.hidden = drawn >= images.length;
    more.textContent = words.showMore(Math.min(step, images.length - drawn));
  };
  const more = button("", { class: "show-more" }, () => {
    const first = drawn;
    draw();
    list.children[first]?.querySelector("a")?.focus();
  });
  const update = (found: Found): void => {
    if (found.images !== images || list.childElementCount === 0) {
      images = found.images;
      drawn = 0;
      fill(list, []);
      draw();
    }
    none.hidden = images.length > 0;
    showCompared(list, page);
  };
  return { root: element("div", {}, none, list, more), update };
}

/** Which entries are chosen for the comparison; a full one takes no more. */
function showCompared(list: HTMLElement, page: Page): void {
  const { compared } = page.state();
  for (const box of list.querySelectorAll<HTMLInputElement>(".compare input")) {
    box.checked = compared.includes(box.value);
    box.disabled = !box.checked && compared.length >= mostCompared;
  }
}

function entry(image: PageImage, page: Page): HTMLElement {
  const words = page.words();
  const name = shownName(image, words);
  const open = element("a", { href: `#${page.address({ image: image.id })}`, dir: "auto" }, name);
  open.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    page.change({ image: image.id }, true);
  });
  return element(
    "li",
    { class: isAvailable(image) ? "image" : "image unavailable" },
    element(
      "article",
      {},
      element("div", { class: "what" }, element("h3", {}, open), marks(image, page), tags(image, page)),
      element(
        "dl",
        { class: "facts" },
        chosenBy.map((field) => fact(field, image, words)),
      ),
      acts(image, name, page),
    ),
  );
}

function fact({ name, read }: Field, image: PageImage, words: Words): Content {
  const text = read(image, words);
  return element(
    "div",
    { class: text === undefined ? "fact absent" : `fact ${name}` },
    element("dt", {}, words.fields[name] ?? name),
    element("dd", { dir: "auto", title: text }, text ?? "–"),
  );
}

/** State, trust, publisher and catalogue, as far as they say anything. */
function marks(image: PageImage, { words, data }: Page): HTMLElement {
  const texts = words();
  const { status, trust, author, source, version } = image;
  const several = data.images.some((other) => other.source !== data.images[0]?.source);
  return element(
    "p",
    { class: "marks" },
    version !== undefined && element("span", { class: "mark version" }, shown(version)),
    status !== undefined &&
      !isAvailable(image) &&
      element("span", { class: "mark status" }, shownValue("status", status, texts)),
    trust !== undefined && element("span", { class: `mark ${trust}` }, texts.value[`trust.${trust}`] ?? ""),
    author !== undefined && element("bdi", { class: "author" }, shown(author)),
    several && element("span", { class: "source" }, shownValue("source", source, texts)),
  );
}

function tags(image: PageImage, page: Page): Content {
  if (image.tags.length === 0) return undefined;
  const press = (tag: string) => (): void => {
    const { chosen } = page.state();
    if (!chosen.tag.includes(tag)) page.change({ chosen: { ...chosen, tag: [...chosen.tag, tag] } });
  };
  return element(
    "p",
    { class: "tags" },
    image.tags.slice(0, mostTags).map((tag) => button(shown(tag), { class: "tag", dir: "auto" }, press(tag))),
  );
}

function acts(image: PageImage, name: string, page: Page): HTMLElement {
  const words = page.words();
  const box = element("input", { type: "checkbox", value: image.id, "aria-label": words.compareOf(name) });
  box.addEventListener("change", () => {
    const others = page.state().compared.filter((id) => id !== image.id);
    page.change({ compared: box.checked ? [...others, image.id] : others });
  });
  const copy = button(words.copy, { class: "copy" }, () => {
    const { program, form } = page.state();
    page.copy(programText(image, program, image.query === undefined ? "id" : form), words.copied);
  });
  copy.setAttribute("aria-label", words.copyOf(name));
  return element("div", { class: "acts" }, element("label", { class: "compare" }, box, words.compare), copy);
}
