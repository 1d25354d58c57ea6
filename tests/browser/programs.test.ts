import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createReport } from "../../tools/engine/report.ts";
import { installUserModules } from "../../tools/user/install.ts";
import { openPages, type Pages, platformImages } from "../support/browser/open-pages.ts";
import {
  type EngineAndSimulator,
  startEngineAndSimulator,
  yamlProgram,
} from "../support/engine/lookup-program.ts";

let world: EngineAndSimulator;
let pages: Pages;
let nodeModules: string;

beforeAll(async () => {
  [world, pages] = await Promise.all([startEngineAndSimulator(), openPages()]);
  nodeModules = await installUserModules(createReport(process.stderr));
}, 600_000);
afterAll(async () => {
  await pages.dispose();
  await world.dispose();
});

/** The text that the page gives for an image: as a reader who opens it sees it. */
async function copied(id: string, program: "typescript" | "yaml", form: "id" | "query"): Promise<string> {
  const hash = `#${new URLSearchParams({ image: id, program, form })}`;
  const { page } = await pages.open(await platformImages(), {
    hash,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await page.getByRole("dialog").getByRole("button", { name: "Copy", exact: true }).click();
  await page.getByRole("dialog").getByText("Copied").waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Previews a program and gives what its output `chosen` would be. */
async function preview(name: string, files: Readonly<Record<string, string>>): Promise<unknown> {
  const cwd = await world.engine.project(name, files);
  if (files["index.ts"] !== undefined) await symlink(nodeModules, join(cwd, "node_modules"), "dir");
  for (const args of [["stack", "init", name], ["preview"], ["up", "--yes", "--skip-preview"]]) {
    const result = await world.engine.pulumi(args, { cwd });
    expect({ args, ...result }).toMatchObject({ code: 0 });
  }
  const { stdout } = await world.engine.pulumi(["stack", "output", "--json"], { cwd });
  return JSON.parse(stdout).chosen;
}

const images = [
  ["vLLM v0.12.0", "compshareImage-1pv2luuyhfr1"],
  ["SGLang, of which there are two", "compshareImage-13bpfynwhimm"],
  ["黑神话悟空", "compshareImage-1otc5lx51uzb"],
] as const;

test.each(
  images.flatMap(([name, id]) => (["id", "query"] as const).map((form) => [name, form, id] as const)),
)(
  "the YAML that is copied for %s by %s previews and deploys to that image",
  async (_name, form, id) => {
    const text = await copied(id, "yaml", form);
    const label = /^ {2}([\w-]+):$/m.exec(text)?.[1] ?? "";
    const member = form === "id" ? "imageId" : "id";
    const program = yamlProgram("copied", `${text}outputs:\n  chosen: \${${label}.${member}}\n`);
    expect(await preview(`yaml-${form}-${id.slice(-4)}`, { "Pulumi.yaml": program })).toBe(id);
  },
  120_000,
);

test.each(["id", "query"] as const)(
  "the TypeScript that is copied for an image by %s previews and deploys to that image",
  async (form) => {
    const id = "compshareImage-13bpfynwhimm";
    const text = await copied(id, "typescript", form);
    const files = {
      "Pulumi.yaml":
        "name: copied\nruntime: nodejs\nplugins:\n  providers:\n    - name: compshare\n      path: node_modules/.bin\n",
      "package.json": JSON.stringify({ private: true, main: "index.ts" }),
      "index.ts": `${text}\nexport const chosen = image.${form === "id" ? "imageId" : "id"};\n`,
    };
    expect(await preview(`typescript-${form}`, files)).toBe(id);
  },
  120_000,
);
