import { join } from "node:path";
import { expect } from "@jest/globals";
import type { EngineWorkspace } from "./engine.ts";

/** The IDs that the examples must find in the simulator's catalogue, by topic: the same in every language. */
export const exampleAnswers = {
  "pin-image": { training: "compshareImage-1t1vuerl80np" },
  "resolve-by-name": {
    training: "compshareImage-1minbz219ceq",
    inference: "compshareImage-1pv2luuyhfr1",
  },
  "resolve-by-tag": {
    learning: [
      "compshareImage-1t1vuerl80np",
      "compshareImage-1s6i2vls7sx2",
      "compshareImage-1minbz219ceq",
      "compshareImage-1tx5ln07e080",
    ],
    serving: "compshareImage-13bpfynwhimm",
  },
} as const;

/** A topic of `examples/` that has the same program in every language. */
export type Topic = keyof typeof exampleAnswers;

export const topics = Object.keys(exampleAnswers) as Topic[];

/** Where a workspace has its copy of an example. */
export function exampleFolder(engine: EngineWorkspace, example: string): string {
  return join(engine.directory, example.replace("/", "-"));
}

/** Previews, deploys, previews again and destroys the example in a folder; gives the IDs that it has found. */
export async function runExample(engine: EngineWorkspace, cwd: string): Promise<Record<string, unknown>> {
  const pulumi = async (...args: string[]): Promise<string> => {
    const result = await engine.pulumi(args, { cwd });
    expect({ args, ...result }).toMatchObject({ code: 0 });
    return result.stdout;
  };
  await pulumi("stack", "init", "dev");
  await pulumi("preview");
  await pulumi("up", "--yes");
  const outputs: Record<string, { id: unknown } | null> = JSON.parse(
    await pulumi("stack", "output", "--json"),
  );
  await pulumi("preview", "--expect-no-changes");
  await pulumi("destroy", "--yes");
  const found = Object.entries(outputs).flatMap(([name, output]) =>
    output === null ? [] : [[name, output.id]],
  );
  return Object.fromEntries(found);
}
