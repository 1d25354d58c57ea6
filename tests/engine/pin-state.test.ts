import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import {
  type EngineAndSimulator,
  startEngineAndSimulator,
  yamlProgram,
} from "../support/engine/lookup-program.ts";
import { familyImage, nothingThere, type StateResource } from "../support/engine/pin-stacks.ts";

jest.setTimeout(60_000);

// Each file is what `pulumi stack export` gave of the program beside it, after an update and a refresh with the plugin
// of that version. What says where on which machine it ran is left out. The files are never changed: users have such
// states.
const versions = readdirSync("tests/state").flatMap((file) =>
  file.endsWith(".json") ? [file.slice(0, -".json".length)] : [],
);

let world: EngineAndSimulator;

beforeAll(async () => {
  world = await startEngineAndSimulator();
  world.simulator.putImage(familyImage("golden v1.0", "golden000001", 1));
  world.simulator.putImage(familyImage("golden v1.1", "golden000002", 2));
});
afterAll(() => world.dispose());

interface State {
  readonly deployment: { readonly resources: readonly (StateResource & { readonly urn: string })[] };
}

function pins(state: State): Record<string, StateResource> {
  const found = state.deployment.resources.filter(({ type }) => type === "compshare:index:ImagePin");
  return Object.fromEntries(found.map((pin) => [pin.urn.split("::").at(-1), pin]));
}

async function pulumi(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> {
  const result = await world.engine.pulumi(args, { env });
  expect({ args, ...result }).toMatchObject({ code: 0 });
  return result.stdout;
}

test.each(versions)(
  "the state that version %s wrote has no secrets, previews without changes and lives on",
  async (version) => {
    const file = `tests/state/${version}.json`;
    const written: State = JSON.parse(readFileSync(file, "utf8"));
    expect(JSON.stringify(written)).not.toContain("ciphertext");
    const program = yamlProgram("golden", readFileSync(`tests/state/${version}.yaml`, "utf8"));
    await world.engine.project(`golden-${version}`, { "Pulumi.yaml": program });
    await pulumi(["stack", "init", "golden"]);
    await pulumi(["stack", "import", "--file", join(process.cwd(), file)]);
    await pulumi(["preview", "--expect-no-changes"]);
    const urns = written.deployment.resources.flatMap(({ type, urn, inputs }) =>
      type === "compshare:index:ImagePin" && inputs?.["policy"] === undefined ? ["--target", urn] : [],
    );
    expect(urns.length).toBeGreaterThan(0);
    world.simulator.resetRequests();
    await pulumi(["preview", "--expect-no-changes", ...urns], nothingThere);
    expect(world.simulator.requests).toHaveLength(0);
    await pulumi(["refresh", "--yes", "--skip-preview"]);
    const refreshed: State = JSON.parse(await pulumi(["stack", "export"]));
    // Nothing has changed since, so this version finds what that one wrote.
    for (const [name, { id, inputs, outputs }] of Object.entries(pins(written)))
      expect([name, pins(refreshed)[name]]).toMatchObject([name, { id, inputs, outputs }]);
    await pulumi(["preview", "--expect-no-changes"]);
  },
);

test("there is a state that this version wrote", () => {
  const { version }: { version: string } = JSON.parse(readFileSync("package.json", "utf8"));
  expect(versions).toContain(version);
});
