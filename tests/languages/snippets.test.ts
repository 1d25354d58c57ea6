import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type ProgramForm, type ProgramLanguage, programText } from "../../cli/browse/image-program.ts";
import type { PageData, PageImage } from "../../cli/browse/page-data.ts";
import { readIdentity } from "../../tools/repository.ts";
import { runCli } from "../support/cli/run-cli.ts";
import {
  installPlugin,
  type LanguagesWorld,
  startLanguagesWorld,
} from "../support/engine/language-programs.ts";
import {
  goProgram,
  pythonProgram,
  type Snippet,
  type SnippetProgram,
} from "../support/engine/snippet-programs.ts";

let world: LanguagesWorld;
let environment: Readonly<Record<string, string>>;

beforeAll(async () => {
  world = await startLanguagesWorld();
  await installPlugin(world.engine, (await readIdentity()).version);
  environment = {
    COMPSHARE_BASE_URL: world.simulator.endpoint,
    COMPSHARE_PUBLIC_KEY: world.simulator.publicKey,
    COMPSHARE_PRIVATE_KEY: world.simulator.privateKey,
  };
}, 600_000);
afterAll(() => world.dispose());

/** The images of a page that the built command line writes. */
async function browsed(source: string): Promise<readonly PageImage[]> {
  const { stdout } = await runCli(["browse", "--source", source, "-o", "-"], { environment });
  const data = /<script type="application\/json" id="data">(.*)<\/script>/.exec(stdout)?.[1] ?? "";
  const { images }: PageData = JSON.parse(data);
  return images;
}

/** Previews a program and gives what it would export. */
async function preview(
  language: "python" | "go",
  name: string,
  files: SnippetProgram,
): Promise<Readonly<Record<string, unknown>>> {
  const [source, cwd] = ["source", "program"].map((part) => join(world.engine.directory, name, part));
  await mkdir(String(source), { recursive: true });
  for (const [file, text] of Object.entries(files)) await writeFile(join(String(source), file), text);
  await world.checkOut(String(source), language, String(cwd));
  const init = await world.engine.pulumi(["stack", "init", name], { cwd: String(cwd) });
  expect(init).toMatchObject({ code: 0 });
  const result = await world.engine.pulumi(["preview"], { cwd: String(cwd) });
  // So that a failure shows what the compiler said.
  expect(result).toMatchObject({ code: 0, stdout: expect.stringContaining("\nOutputs:\n") });
  const [, outputs = ""] = result.stdout.split("\nOutputs:\n");
  return Object.fromEntries(
    [...outputs.matchAll(/^ +(?:\+ )?([\w-]+) *: "(.*)"$/gm)].map(([, output, id]) => [output, id]),
  );
}

test.each<["python" | "go", string]>([
  ["python", "platform"],
  ["go", "platform"],
  ["python", "community"],
  ["go", "community"],
])(
  "every text of the page for %s means the image that it was copied from: %s",
  async (language, source) => {
    const images = await browsed(source);
    expect(images.length).toBeGreaterThan(3);
    const forms: readonly ProgramForm[] = ["id", "query"];
    const snippets: Snippet[] = forms.flatMap((form) =>
      images
        .filter(({ query }) => form === "id" || query !== undefined)
        .map((image, at) => ({
          form,
          output: `${form}-${at}`,
          // Two images may have one label; within one program a pin's name is unique.
          text: programText(
            { ...image, label: `${image.label}-${at}` },
            language satisfies ProgramLanguage,
            form,
          ),
        })),
    );
    const program = language === "python" ? pythonProgram(snippets) : await goProgram(snippets);
    const outputs = await preview(language, `${language}-${source}`, program);
    const meant = forms.flatMap((form) =>
      images
        .filter(({ query }) => form === "id" || query !== undefined)
        .map(({ id }, at) => [`${form}-${at}`, id] as const),
    );
    expect(outputs).toEqual(Object.fromEntries(meant));
  },
  300_000,
);

const annotated = {
  python: [
    "__main__.py",
    `import pulumi_compshare as compshare

image = compshare.ImagePin("inference",
    # compshare(inference): framework=vLLM version='>=0.9 <1'
    image_id="compshareImage-17utkv3juc5a",  # 0.10.0 vLLM v0.10.0
)
`,
  ],
  go: [
    "main.go",
    `image, err := compshare.NewImagePin(ctx, "inference", &compshare.ImagePinArgs{
	// compshare(inference): framework=vLLM version='>=0.9 <1'
	ImageId: pulumi.String("compshareImage-17utkv3juc5a"), // 0.10.0 vLLM v0.10.0
})
if err != nil {
	return err
}
`,
  ],
} as const;

test.each(["python", "go"] as const)(
  "a %s program that update has rewritten previews to the newer image",
  async (language) => {
    const [file, text] = annotated[language];
    const snippets: readonly Snippet[] = [{ output: "inference", form: "id", text }];
    const program = language === "python" ? pythonProgram(snippets) : await goProgram(snippets);
    const folder = await mkdtemp(join(tmpdir(), "compshare-update-"));
    try {
      await writeFile(join(folder, file), program[file] ?? "");
      const updated = await runCli(["update"], { cwd: folder, environment });
      expect(updated).toMatchObject({ code: 0, stderr: "1 line in 1 file rewritten.\n" });
      const rewritten = await readFile(join(folder, file), "utf8");
      expect(await preview(language, `update-${language}`, { ...program, [file]: rewritten })).toEqual({
        inference: "compshareImage-1pv2luuyhfr1",
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  },
  300_000,
);
