import type { CompletedCommand } from "./completed.ts";

/** Completion for bash, from version 3.2 on. */
export function bashCompletion(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name).join(" ");
  return `# bash completion of compshare-images; put into ~/.bashrc: source <(compshare-images completion bash)
_compshare_images() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="" word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case " ${names} " in *" $word "*) command="$word"; break ;; esac
  done
  case "$command:$previous" in
${commands.flatMap(valueCases).join("\n")}
  esac
  case "$command" in
${commands.map(commandCase).join("\n")}
    *) COMPREPLY=($(compgen -W "${names} --help --version" -- "$current")) ;;
  esac
}
complete -F _compshare_images compshare-images
`;
}

function valueCases({ name, flags }: CompletedCommand): readonly string[] {
  return flags
    .filter(({ value }) => value !== "none")
    .map(({ name: flag, short, value }) => {
      const patterns = [`${name}:--${flag}`, ...(short === undefined ? [] : [`${name}:-${short}`])].join("|");
      const reply =
        value === "file"
          ? '$(compgen -f -- "$current")'
          : value === "any"
            ? ""
            : `$(compgen -W "${list(value)}" -- "$current")`;
      return `    ${patterns}) COMPREPLY=(${reply}); return ;;`;
    });
}

function list(values: readonly string[] | string): string {
  return [values].flat().join(" ");
}

function commandCase({ name, flags, words }: CompletedCommand): string {
  const offered = [...words, ...flags.map((flag) => `--${flag.name}`)].join(" ");
  return `    ${name}) COMPREPLY=($(compgen -W "${offered}" -- "$current")) ;;`;
}
