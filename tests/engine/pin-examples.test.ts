import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import * as z from "zod/mini";
import { createReport } from "../../tools/engine/report.ts";
import { checkOutExample, installUserModules } from "../../tools/user/install.ts";
import { type EngineAndSimulator, startEngineAndSimulator } from "../support/engine/lookup-program.ts";
import { createPinStacks, familyImage, nothingThere } from "../support/engine/pin-stacks.ts";

jest.setTimeout(120_000);

// A policy pack is CommonJS, so it is no import to the compiler; and js-yaml, which the SDK brings, has no types.
const { violations } = jest.requireActual<{ violations: (outputs: object) => string[] }>(
  "../../examples/policy-pack/rules.ts",
);
const { load } = jest.requireActual<{ load: (text: string) => unknown }>("js-yaml");

let world: EngineAndSimulator;
let nodeModules: string;

beforeAll(async () => {
  world = await startEngineAndSimulator();
  nodeModules = await installUserModules(createReport(process.stderr));
}, 600_000);
afterAll(() => world.dispose());

type Environment = Readonly<Record<string, string>>;

/** Checks an example out and gives the command that runs in its folder, and has to succeed there. */
async function checkOut(example: string, stack: string) {
  const cwd = join(world.engine.directory, stack, example.replace("/", "-"));
  await checkOutExample(example, cwd, nodeModules);
  const pulumi = async (words: readonly string[], env: Environment = {}): Promise<string> => {
    const { code, stdout, stderr } = await world.engine.pulumi(words, { cwd, env });
    expect({ words, code, stdout, stderr }).toMatchObject({ code: 0 });
    return `${stdout}${stderr}`;
  };
  await pulumi(["stack", "init", stack]);
  return pulumi;
}

test("one stack pins for the team and another one uses its images, without keys and a gateway", async () => {
  const pins = await checkOut("shared-images/pins", "team");
  await pins(["up", "--yes", "--skip-preview"]);
  const service = await checkOut("shared-images/service", "team");
  await service(["up", "--yes", "--skip-preview"], nothingThere);
  expect(JSON.parse(await service(["stack", "output", "--json"]))).toEqual({
    serving: { id: "compshareImage-1pv2luuyhfr1", name: "vLLM v0.12.0" },
  });
  const newer = { ...familyImage("vLLM v0.13.0", "vllm00000013", 300), Author: "UCloud" };
  world.simulator.putImage(newer);
  await service(["preview", "--expect-no-changes"], nothingThere);
  expect(await pins(["up", "--yes", "--skip-preview"])).toContain('to "vLLM v0.13.0"');
  expect(await service(["preview"], nothingThere)).toContain(
    'id  : "compshareImage-1pv2luuyhfr1" => "compshareImage-vllm00000013"',
  );
});

const workflow = z.object({
  on: z.object({ pull_request: z.nullable(z.unknown()), schedule: z.array(z.object({ cron: z.string() })) }),
  jobs: z.record(
    z.string(),
    z.object({
      if: z.string(),
      env: z.optional(z.record(z.string(), z.string())),
      steps: z.array(z.object({ uses: z.optional(z.string()), run: z.optional(z.string()) })),
    }),
  ),
});

/** The Pulumi commands of a job of the workflow, as words. */
async function commandsOf(job: string): Promise<string[][]> {
  const { jobs } = z.parse(workflow, load(await readFile("examples/ci/images.yml", "utf8")));
  const runs = jobs[job]?.steps.flatMap(({ run = "" }) =>
    run.startsWith("pulumi ") ? [run.split(" ").slice(1)] : [],
  );
  expect(runs).toHaveLength(1);
  return runs ?? [];
}

test("in CI the job for every change stays green without keys, and the scheduled one shows the newer image", async () => {
  const pulumi = await checkOut("pin-image/yaml", "dev");
  await pulumi(["up", "--yes", "--skip-preview"]);
  world.simulator.putImage(familyImage("cuda135_torch300_py314", "cuda00000135", 320));
  for (const words of await commandsOf("unchanged")) await pulumi(words, nothingThere);
  for (const words of await commandsOf("newer")) {
    const shown = await pulumi(words);
    expect(shown).toContain(
      'a newer image matches the query: "cuda135_torch300_py314" (compshareImage-cuda00000135',
    );
    expect(shown).toContain("newerAvailable: {");
    expect(shown).toContain("unchanged");
  }
  for (const words of await commandsOf("unchanged")) await pulumi(words, nothingThere);
});

test("the rules of the policy pack tell an image of the community, a withdrawn and a priced one from a proper one", async () => {
  const stacks = createPinStacks(world);
  const outputs = async () => (await stacks.pin())?.outputs ?? {};
  await stacks.start(["name: ComfyUI"]);
  await stacks.pulumi("up", "--yes", "--skip-preview");
  expect(violations(await outputs())).toEqual([]);
  const imageId = String((await outputs())["imageId"]);
  world.simulator.patchImage(imageId, { Status: "Offline" });
  await stacks.pulumi("refresh", "--yes", "--skip-preview");
  expect(violations(await outputs())).toEqual([`${imageId} has the status Offline; pin an available image`]);
  const priced = { AuthInfo: 0, Author: "somebody", Price: 1.5, ImageCharge: true };
  world.simulator.putImage({ ...familyImage("priced v1", "priced000001", 1), ...priced }, "community");
  await stacks.start(["imageId: compshareImage-priced000001"]);
  await stacks.pulumi("up", "--yes", "--skip-preview");
  expect(violations(await outputs())).toEqual([
    "compshareImage-priced000001 is not published by CompShare; pin an official image",
    "compshareImage-priced000001 costs 1.5 yuan per hour on top of the instance; pin a free image",
  ]);
});
