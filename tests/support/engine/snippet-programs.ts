import { readFile } from "node:fs/promises";
import { goModulePath } from "../../../provider/schema/about-package.ts";
import { parseRepository } from "../../../provider/schema/repository.ts";
import { readIdentity } from "../../../tools/repository.ts";

/** A text out of a program that makes `image`, which is exported under a name. */
export interface Snippet {
  readonly output: string;
  readonly text: string;
  /** A pin, or the result of a function. */
  readonly form: "id" | "query";
}

/** A whole program of snippets, as files of a project. */
export type SnippetProgram = Readonly<Record<string, string>>;

const pythonId = { id: "image.image_id", query: "image.id" };

export function pythonProgram(snippets: readonly Snippet[]): SnippetProgram {
  const lines = snippets.map(
    ({ output, text, form }) => `${text}\npulumi.export(${JSON.stringify(output)}, ${pythonId[form]})\n`,
  );
  return {
    "Pulumi.yaml": "name: snippets\nruntime:\n  name: python\n  options:\n    virtualenv: venv\n",
    "__main__.py": `import pulumi\n${lines.join("\n")}`,
  };
}

const goId = { id: "image.ImageId", query: "pulumi.String(image.Id)" };

export async function goProgram(snippets: readonly Snippet[]): Promise<SnippetProgram> {
  const module = goModulePath(parseRepository((await readIdentity()).repository));
  const blocks = snippets.map(
    ({ output, text, form }) =>
      `\t\t{\n${text}\nctx.Export(${JSON.stringify(output)}, ${goId[form]})\n\t\t}\n`,
  );
  const example = "examples/resolve-by-name/go";
  return {
    "Pulumi.yaml": "name: snippets\nruntime: go\n",
    "go.mod": await readFile(`${example}/go.mod`, "utf8"),
    "go.sum": await readFile(`${example}/go.sum`, "utf8"),
    "main.go": `package main

import (
	"${module}/go/compshare"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
${blocks.join("")}\t\treturn nil
	})
}
`,
  };
}
