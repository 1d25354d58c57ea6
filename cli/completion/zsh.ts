import type { CompletedCommand, CompletedFlag } from "./completed.ts";

export function zshCompletion(commands: readonly CompletedCommand[]): string {
  const described = commands.map(({ name, about }) => `    ${quote(`${name}:${about}`)}`);
  return `#compdef compshare-images
# zsh completion of compshare-images; put into a folder of $fpath: compshare-images completion zsh > _compshare-images
_compshare_images() {
  local -a commands
  commands=(
${described.join("\n")}
  )
  local command="\${words[2]}"
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  shift words
  (( CURRENT-- ))
  case "$command" in
${commands.map(commandCase).join("\n")}
  esac
}
if [[ "$funcstack[1]" = _compshare-images ]]; then _compshare_images "$@"; else compdef _compshare_images compshare-images; fi
`;
}

function commandCase({ name, flags, words }: CompletedCommand): string {
  const specs = flags.flatMap(flagSpecs);
  const operands = words.length === 0 ? [] : [quote(`*:word:(${words.join(" ")})`)];
  return (
    [`    ${name}) _arguments`, ...[...specs, ...operands].map((spec) => `      ${spec}`)].join(" \\\n") +
    " ;;"
  );
}

function flagSpecs({ name, short, value, about }: CompletedFlag): readonly string[] {
  const text = about.replaceAll(/[[\]:]/g, (character) => `\\${character}`);
  const rest =
    value === "none"
      ? ""
      : value === "file"
        ? ":file:_files"
        : value === "any"
          ? ":value:"
          : `:value:(${[value].flat().join(" ")})`;
  const names = [`--${name}`, ...(short === undefined ? [] : [`-${short}`])];
  return names.map((one) => quote(`*${one}[${text}]${rest}`));
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
