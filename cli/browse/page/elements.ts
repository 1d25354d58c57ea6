/** What stands in an element: other elements, or text that is never read as HTML. */
export type Content = Node | string | undefined | false | readonly Content[];

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Makes an element. `true` sets an attribute without a value, `false` and `undefined` leave it out. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes,
  ...content: readonly Content[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : String(value));
  fill(made, content);
  return made;
}

/** Puts content into an element in place of what it has. */
export function fill(parent: Element, content: Content): void {
  parent.replaceChildren(...nodes(content));
}

function nodes(content: Content): (Node | string)[] {
  if (content === undefined || content === false) return [];
  if (content instanceof Node || typeof content === "string") return [content];
  return content.flatMap(nodes);
}

/** A button that says what it does. */
export function button(label: string, attributes: Attributes, press: () => void): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", press);
  return made;
}
