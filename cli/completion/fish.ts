import type { CompletedCommand, CompletedFlag } from "./completed.ts";

export function fishCompletion(commands: readonly CompletedCommand[]): string {
  const start = "complete -c compshare-images";
  const names = commands.map(({ name }) => name).join(" ");
  return [
    "# fish completion of compshare-images; put into ~/.config/fish/config.fish: compshare-images completion fish | source",
    `${start} -f`,
    ...commands.flatMap((command) => {
      const seen = `-n "__fish_seen_subcommand_from ${command.name}"`;
      return [
        `${start} -n "not __fish_seen_subcommand_from ${names}" -a ${command.name} -d ${quote(command.about)}`,
        ...command.flags.map((flag) => `${start} ${seen} ${flagWords(flag)}`),
        ...(command.words.length === 0 ? [] : [`${start} ${seen} -a ${quote(command.words.join(" "))}`]),
      ];
    }),
    "",
  ].join("\n");
}

function flagWords({ name, short, value, about }: CompletedFlag): string {
  const kind =
    value === "none"
      ? []
      : value === "file"
        ? ["-r -F"]
        : value === "any"
          ? ["-x"]
          : [`-x -a ${quote([value].flat().join(" "))}`];
  return [`-l ${name}`, ...(short === undefined ? [] : [`-s ${short}`]), ...kind, `-d ${quote(about)}`].join(
    " ",
  );
}

function quote(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
