import { type ProgramForm, type ProgramLanguage, programLanguages, programText } from "../image-program.ts";
import type { PageImage } from "../page-data.ts";
import { button, element } from "./elements.ts";
import type { Page } from "./page-parts.ts";

/** What the languages are called. */
export const programNames: Readonly<Record<ProgramLanguage, string>> = {
  typescript: "TypeScript",
  python: "Python",
  go: "Go",
  yaml: "YAML",
};

const forms: readonly ProgramForm[] = ["id", "query"];

/** The code that refers to an image in a program, with the choice of language and form. */
export function programView(image: PageImage, page: Page): HTMLElement {
  const words = page.words();
  const code = element("pre", { class: "program", tabindex: 0, dir: "ltr" });
  const hint = element("p", { class: "hint" });
  const show = (): void => {
    const { program, form } = page.state();
    const usable = image.query === undefined ? "id" : form;
    code.textContent = programText(image, program, usable);
    hint.textContent = image.query === undefined ? words.noQuery : words.formHint[usable];
  };
  const choose = (change: { program?: ProgramLanguage; form?: ProgramForm }): void => {
    page.change(change);
    show();
  };
  const { program, form } = page.state();
  const root = element(
    "div",
    { class: "program-view" },
    radios("program", words.program, programLanguages, program, programNames, (value) =>
      choose({ program: value }),
    ),
    image.query !== undefined &&
      radios("form", words.formLabel, forms, form, words.form, (value) => choose({ form: value })),
    code,
    button(words.copy, { class: "primary" }, () => page.copy(code.textContent ?? "", words.copied)),
    hint,
  );
  show();
  return root;
}

function radios<Value extends string>(
  name: string,
  legend: string,
  values: readonly Value[],
  chosen: Value,
  labels: Readonly<Record<Value, string>>,
  choose: (value: Value) => void,
): HTMLElement {
  const choices = values.map((value) => {
    const radio = element("input", { type: "radio", name: `dialog-${name}`, value });
    radio.checked = value === chosen;
    radio.addEventListener("change", () => choose(value));
    return element("label", {}, radio, element("span", {}, labels[value]));
  });
  return element("fieldset", { class: "radios" }, element("legend", {}, legend), choices);
}
