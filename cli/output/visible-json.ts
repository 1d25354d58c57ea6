// C1 controls, line separators, bidirectional overrides and invisible joiners; JSON itself escapes C0.
const invisible = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** JSON text in which nothing is invisible, turns text round or redraws a terminal. */
export function visibleJson(json: string): string {
  return json.replaceAll(invisible, jsonEscape);
}

/** A character of a JSON string as JSON escapes it. */
export function jsonEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
