import { visibleJson } from "./visible-json.ts";

/**
 * A JSON document as a command prints it: one document, with the name and the version of its schema first. Text from
 * outside is not changed, but control characters and what could redraw a terminal are escaped, as JSON allows.
 */
export function jsonDocument(schema: `${string}/${number}`, body: Readonly<Record<string, unknown>>): string {
  return `${visibleJson(JSON.stringify({ schema, ...body }, null, 2))}\n`;
}
