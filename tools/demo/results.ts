import * as z from "zod/mini";
import { textTable } from "../../provider/messages/text-table.ts";

/** One question of an example and what came of it. */
export interface Result {
  readonly example: string;
  readonly question: string;
  readonly image: string;
  readonly id: string;
}

const oneOrMore = z.union([z.string(), z.array(z.string())]);
const result = z.object({
  id: oneOrMore,
  name: oneOrMore,
  asked: z.optional(z.record(z.string(), z.string())),
});
const outputs = z.record(z.string(), z.unknown());

/** Filters that every question has unless it says otherwise. */
const defaults: Readonly<Record<string, string>> = {
  source: "platform",
  statuses: "Available",
  region: "cn-wlcb",
};

function questionOf(asked: Readonly<Record<string, string>> | undefined): string {
  // A pin has asked once, when it was created or last moved.
  if (asked === undefined) return "(pinned)";
  return Object.entries(asked)
    .filter(([argument, value]) => defaults[argument] !== value)
    .map(([argument, value]) => `${argument} ${value}`)
    .join(", ");
}

export function resultsOf(example: string, stackOutputs: unknown): Result[] {
  return Object.values(z.parse(outputs, stackOutputs)).flatMap((output) => {
    const parsed = z.safeParse(result, output);
    // Other outputs, such as newerAvailable, belong to no question.
    if (!parsed.success) return [];
    const { id, name, asked } = parsed.data;
    const names = [name].flat();
    return [id].flat().map((one, index) => ({
      example,
      question: index === 0 ? questionOf(asked) : "",
      image: names[index] ?? "",
      id: one,
    }));
  });
}

/** The table at the end of the demo. */
export function resultTable(results: readonly Result[]): string {
  const rows = results.map(({ example, question, image, id }) => [example, question, image, id]);
  return textTable([["example", "question asked", "image found", "ID"], ...rows]).join("\n");
}
