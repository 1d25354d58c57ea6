/**
 * A JSON document as a command prints it: one document, with the name and the version of its schema first. Text from
 * outside is not changed, but control characters and what could redraw a terminal are escaped, as JSON allows.
 */
export function jsonDocument(schema: `${string}/${number}`, body: Readonly<Record<string, unknown>>): string {
  const text = JSON.stringify({ schema, ...body }, null, 2);
  return `${text.replace(unprintable, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
}

// C1 controls, line separators, bidirectional overrides and invisible joiners; JSON itself escapes C0.
const unprintable = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
