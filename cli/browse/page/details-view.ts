import { button, type Content, element, fill } from "./elements.ts";
import { shown, shownName } from "./format.ts";
import { allFields } from "./image-fields.ts";
import type { Page, Part } from "./page-parts.ts";
import { programView } from "./program-view.ts";

/** Everything about one image, in front of the list. */
export function detailsView(page: Page): Part {
  const dialog = element("dialog", { class: "details", "aria-labelledby": "details-name" });
  let drawn: string | undefined;
  dialog.addEventListener("close", () => {
    if (page.state().image !== undefined) page.change({ image: undefined });
  });
  closeOutside(dialog);
  return {
    root: dialog,
    update: () => {
      const { image: id } = page.state();
      if (id === drawn) return;
      drawn = id;
      if (id === undefined) return dialog.close();
      fill(
        dialog,
        content(id, page, () => dialog.close()),
      );
      if (!dialog.open) dialog.showModal();
      dialog.scrollTop = 0;
    },
  };
}

/** A press beside a dialog closes it. */
export function closeOutside(dialog: HTMLDialogElement): void {
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
}

function content(id: string, page: Page, close: () => void): Content {
  const words = page.words();
  const image = page.image(id);
  const closing = button("×", { class: "close", "aria-label": words.close }, close);
  if (image === undefined)
    return element(
      "div",
      { class: "inside" },
      element("h2", { id: "details-name" }, words.absent(shown(id))),
      closing,
    );
  const rows = allFields.flatMap(({ name, read }) => {
    const text = name === "name" ? undefined : read(image, words);
    return text === undefined
      ? []
      : [
          element(
            "div",
            { class: `field-${name}` },
            element("dt", {}, words.fields[name] ?? name),
            element("dd", { dir: "auto" }, text),
          ),
        ];
  });
  return element(
    "div",
    { class: "inside" },
    element("h2", { id: "details-name", dir: "auto" }, shownName(image, words)),
    closing,
    programView(image, page),
    element("dl", { class: "all" }, rows),
    button(words.link, { class: "quiet" }, () => {
      const address = location.href.replace(/#.*$/, "");
      page.copy(`${address}#${new URLSearchParams({ image: id })}`, words.linkCopied);
    }),
  );
}
