import type { PageImage } from "../page-data.ts";
import { closeOutside } from "./details-view.ts";
import { button, type Content, element, fill } from "./elements.ts";
import { shownName } from "./format.ts";
import { allFields } from "./image-fields.ts";
import type { Page, Part } from "./page-parts.ts";

/** The bar with the images that are chosen to compare, and the comparison side by side. */
export function compareView(page: Page): Part {
  const words = page.words();
  const bar = element("div", { class: "tray", role: "region", "aria-label": words.compare });
  const dialog = element("dialog", { class: "comparison", "aria-labelledby": "comparison-name" });
  let drawn = "";
  let onlyDiffering = true;
  dialog.addEventListener("close", () => {
    if (page.state().comparing) page.change({ comparing: false });
  });
  closeOutside(dialog);
  const draw = (): void => {
    const { compared, comparing } = page.state();
    const images = compared.map(page.image).filter((image) => image !== undefined);
    bar.hidden = images.length === 0;
    fill(bar, tray(images, page));
    if (!comparing || images.length < 2) return dialog.close();
    const setDiffering = (only: boolean): void => {
      onlyDiffering = only;
      draw();
    };
    fill(
      dialog,
      comparison(images, onlyDiffering, setDiffering, () => dialog.close(), page),
    );
    if (!dialog.open) dialog.showModal();
  };
  return {
    root: element("div", {}, bar, dialog),
    update: () => {
      const { compared, comparing } = page.state();
      const next = JSON.stringify([compared, comparing]);
      if (next === drawn) return;
      drawn = next;
      draw();
    },
  };
}

function removal(image: PageImage, page: Page): HTMLElement {
  const label = page.words().remove(shownName(image, page.words()));
  return button("×", { class: "remove", "aria-label": label, title: label }, () => {
    const compared = page.state().compared.filter((id) => id !== image.id);
    page.change({ compared, comparing: page.state().comparing && compared.length > 1 });
  });
}

function tray(images: readonly PageImage[], page: Page): Content {
  const words = page.words();
  const open = button(
    images.length < 2 ? words.compareMore : words.compareImages(images.length),
    { class: "primary", disabled: images.length < 2 },
    () => page.change({ comparing: true }, true),
  );
  return [
    element(
      "ul",
      {},
      images.map((image) =>
        element("li", {}, element("bdi", {}, shownName(image, words)), removal(image, page)),
      ),
    ),
    open,
  ];
}

function comparison(
  images: readonly PageImage[],
  onlyDiffering: boolean,
  setDiffering: (only: boolean) => void,
  close: () => void,
  page: Page,
): Content {
  const words = page.words();
  const box = element("input", { type: "checkbox", id: "only-differing" });
  box.checked = onlyDiffering;
  box.addEventListener("change", () => {
    setDiffering(box.checked);
    document.getElementById("only-differing")?.focus();
  });
  return element(
    "div",
    { class: "inside" },
    element("h2", { id: "comparison-name" }, words.compareImages(images.length)),
    button("×", { class: "close", "aria-label": words.close }, close),
    element("label", { class: "choice" }, box, words.differing),
    element("div", { class: "scrolls", tabindex: 0 }, table(images, onlyDiffering, page)),
  );
}

function table(images: readonly PageImage[], onlyDiffering: boolean, page: Page): HTMLElement {
  const words = page.words();
  const rows = allFields
    .filter(({ name }) => name !== "name")
    .map(({ name, read }) => ({ name, cells: images.map((image) => read(image, words)) }))
    .filter(({ cells }) => cells.some((cell) => cell !== undefined))
    .map((row) => ({ ...row, differs: new Set(row.cells).size > 1 }))
    .filter(({ differs }) => differs || !onlyDiffering);
  const heads = images.map((image) =>
    element(
      "th",
      { scope: "col" },
      button(shownName(image, words), { class: "name", dir: "auto" }, () =>
        page.change({ image: image.id }, true),
      ),
      removal(image, page),
    ),
  );
  const made = element(
    "table",
    {},
    element("thead", {}, element("tr", {}, element("td", {}), heads)),
    element(
      "tbody",
      {},
      rows.map(({ name, cells, differs }) =>
        element(
          "tr",
          { class: differs ? `differs field-${name}` : `field-${name}` },
          element("th", { scope: "row" }, words.fields[name] ?? name),
          cells.map((cell) => element("td", { dir: "auto" }, cell ?? "–")),
        ),
      ),
    ),
  );
  made.style.setProperty("--images", String(images.length));
  return made;
}
