/** A line that GitHub shows at a file, at a pull request or at a run. */
export interface Annotated {
  readonly level: "error" | "warning" | "notice";
  readonly text: string;
  readonly path?: string | undefined;
  readonly line?: number | undefined;
}

/** GitHub shows ten of a kind for each step; the tenth says how many there are. */
const mostOfAKind = 9;

/**
 * Text from outside as a line of a log that GitHub's runner reads: it takes `##[command]` anywhere in a line for a
 * command, and `::command::` at its start.
 */
export function harmless(line: string): string {
  return line.replaceAll("##[", "#\\u{23}[").replace(/^(\s*):(?=:)/, "$1\\u{3a}");
}

/**
 * The lines that make GitHub show these, in their order; `total` says how many of a kind there are in all, and `folder`
 * stands in front of every path.
 */
export function workflowCommands(
  all: readonly Annotated[],
  total: (count: number) => string,
  folder = "",
): string[] {
  const counts = new Map<string, number>();
  for (const { level } of all) counts.set(level, (counts.get(level) ?? 0) + 1);
  const shown = new Map<string, number>();
  return all.flatMap((one) => {
    const place = (shown.get(one.level) ?? 0) + 1;
    shown.set(one.level, place);
    const count = counts.get(one.level) ?? 0;
    if (place <= mostOfAKind || (place === mostOfAKind + 1 && count === place)) return [command(one, folder)];
    return place === mostOfAKind + 1 ? [command({ level: one.level, text: total(count) }, folder)] : [];
  });
}

function command({ level, text, path, line }: Annotated, folder: string): string {
  const properties = [
    ...(path === undefined ? [] : [`file=${property(folder + path)}`]),
    ...(line === undefined ? [] : [`line=${line}`]),
  ].join(",");
  return `::${level}${properties === "" ? "" : ` ${properties}`}::${data(text.replaceAll("##[", "#\\u{23}["))}`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text.replaceAll("##[", "#\\u{23}[")).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
