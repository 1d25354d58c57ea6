import { programLanguages } from "../image-program.ts";
import { element } from "./elements.ts";
import type { Page, Part } from "./page-parts.ts";
import { programNames } from "./program-view.ts";
import { orders } from "./view-state.ts";

/** How many images are found, their order, and what "Copy" copies. */
export function toolbarView(page: Page): Part {
  const words = page.words();
  const count = element("h2", {});
  const said = element("div", { class: "found", role: "status", "aria-live": "polite" }, count);
  const order = select("order", words.order, orders, words.orders, (value) => page.change({ order: value }));
  const program = select("program", words.program, programLanguages, programNames, (value) =>
    page.change({ program: value }),
  );
  const form = select("form", words.formLabel, ["id", "query"] as const, words.form, (value) =>
    page.change({ form: value }),
  );
  return {
    root: element("div", { class: "toolbar" }, said, order.root, program.root, form.root),
    update: ({ images }) => {
      const state = page.state();
      const text = words.found(images.length, page.data.images.length);
      if (count.textContent !== text) count.textContent = text;
      order.set(state.order);
      program.set(state.program);
      form.set(state.form);
    },
  };
}

function select<Value extends string>(
  id: string,
  label: string,
  values: readonly Value[],
  labels: Readonly<Record<string, string>>,
  choose: (value: Value) => void,
): { readonly root: HTMLElement; readonly set: (value: Value) => void } {
  const field = element(
    "select",
    { id: `toolbar-${id}` },
    values.map((value) => element("option", { value }, labels[value] ?? value)),
  );
  field.addEventListener("change", () => {
    const value = values.find((one) => one === field.value);
    if (value !== undefined) choose(value);
  });
  const root = element(
    "span",
    { class: "select" },
    element("label", { for: `toolbar-${id}`, class: id === "form" ? "unseen" : undefined }, label),
    field,
  );
  return { root, set: (value) => void (field.value = value) };
}
