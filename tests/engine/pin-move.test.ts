import { expect, jest, test } from "@jest/globals";
import type { ImageRow } from "../../simulator/state/image-row.ts";
import type { Source } from "../../simulator/state/sources.ts";
import { useEngineAndSimulator } from "../support/engine/lookup-program.ts";
import { createPinStacks, familyImage } from "../support/engine/pin-stacks.ts";

jest.setTimeout(60_000);

const world = useEngineAndSimulator();
const stacks = createPinStacks(world);

/** Publishes a version of an image of a test's own, on a day of 2026, and gives its ID. */
function publish(
  family: string,
  version: string,
  day: number,
  more: Partial<ImageRow> = {},
  source?: Source,
): string {
  const row = { ...familyImage(`${family} v${version}`, `${family}-${version}`, day), ...more };
  world.simulator.putImage(row, source);
  return row.CompShareImageId;
}

test("an edited query that the image still satisfies is an update in place, and another one a replacement that names old and new with their dates", async () => {
  await stacks.start(["nameContains: cuda13", "mostRecent: true"]);
  await stacks.pulumi("up", "--yes", "--skip-preview");
  await stacks.edit(["nameContains: cuda132", "mostRecent: true"]);
  const kept = await stacks.pulumi("up", "--yes");
  expect(kept).toContain("1 updated");
  expect(kept).toContain("[diff: ~nameContains]");
  expect(await stacks.outputs()).toMatchObject({ id: "compshareImage-1t1vuerl80np" });
  await stacks.edit(["name: cuda128_torch291_py312"]);
  const move =
    'moves from "cuda132_torch2130_py312" (compshareImage-1t1vuerl80np, published 2026-06-30) to "cuda128_torch291_py312" (compshareImage-1minbz219ceq, published 2025-12-03)';
  const preview = await stacks.pulumi("preview");
  expect(preview).toContain("+-1 to replace");
  expect(preview).toContain(move);
  expect(preview).toContain('id    : "compshareImage-1t1vuerl80np" => "compshareImage-1minbz219ceq"');
  const up = await stacks.pulumi("up", "--yes", "--skip-preview");
  expect(up).toContain("+-1 replaced");
  expect(up).toContain(move);
  expect(await stacks.pin()).toMatchObject({ id: "compshareImage-1minbz219ceq" });
});

test("changed keepers ask anew: the same answer replaces nothing, another one does", async () => {
  const query = ["nameContains: keeper", "mostRecent: true"];
  const first = publish("keeper", "1.0", 1);
  await stacks.start([...query, "keepers: {week: one}"]);
  await stacks.pulumi("up", "--yes", "--skip-preview");
  await stacks.edit([...query, "keepers: {week: two}"]);
  const same = await stacks.pulumi("up", "--yes", "--skip-preview");
  expect(same).toContain("1 updated");
  expect(same).not.toContain("replaced");
  expect(await stacks.outputs()).toMatchObject({ id: first });
  const second = publish("keeper", "1.1", 2);
  expect(await stacks.pulumi("preview", "--expect-no-changes")).not.toContain(second);
  await stacks.edit([...query, "keepers: {week: three}"]);
  expect(await stacks.pulumi("up", "--yes", "--skip-preview")).toContain("+-1 replaced");
  expect(await stacks.outputs()).toMatchObject({ id: second });
});

test("follow moves to the newest match with every update, and stays when nothing matches any more", async () => {
  const first = publish("follow", "2.0", 1);
  await stacks.start(["nameContains: follow v", "policy: follow"]);
  await stacks.pulumi("up", "--yes", "--skip-preview");
  expect(await stacks.outputs()).toMatchObject({ id: first });
  const second = publish("follow", "1.9", 2);
  const up = await stacks.pulumi("up", "--yes", "--skip-preview");
  expect(up).toContain(
    `moves from "follow v2.0" (${first}, published 2026-01-01) to "follow v1.9" (${second}, published 2026-01-02)`,
  );
  expect(await stacks.outputs()).toMatchObject({ id: second });
  world.simulator.removeImage(first);
  world.simulator.patchImage(second, { Status: "Offline" });
  expect(await stacks.pulumi("preview", "--expect-no-changes")).toContain(
    `nothing matches the query any more; stays with "follow v1.9" (${second}, published 2026-01-02)`,
  );
});

test("withinRange moves to the highest version of its range, by numbers, and never by itself to a lower one", async () => {
  const old = publish("range", "8.9", 3);
  await stacks.start(["nameContains: range v", "policy: withinRange", 'version: "8.x"']);
  await stacks.pulumi("up", "--yes", "--skip-preview");
  expect(await stacks.outputs()).toMatchObject({ id: old });
  const ten = publish("range", "8.10", 2);
  publish("range", "9.0", 4);
  expect(await stacks.pulumi("up", "--yes", "--skip-preview")).toContain(
    `moves from "range v8.9" (${old}, published 2026-01-03), version 8.9.0 to "range v8.10" (${ten}, published 2026-01-02), version 8.10.0`,
  );
  world.simulator.patchImage(ten, { Status: "Offline" });
  expect(await stacks.pulumi("preview", "--expect-no-changes")).not.toContain("moves from");
  world.simulator.removeImage(ten);
  expect(await stacks.pulumi("preview", "--expect-no-changes")).not.toContain("moves from");
  expect(await stacks.outputs()).toMatchObject({ id: ten });
  await stacks.edit(["nameContains: range v", "policy: withinRange", 'version: "<8.10"']);
  expect(await stacks.pulumi("up", "--yes", "--skip-preview")).toContain("+-1 replaced");
  expect(await stacks.outputs()).toMatchObject({ id: old });
});

test("in the community a pin follows the publisher that it names, and nobody else", async () => {
  const by = (author: string) => ({ Author: author, AuthInfo: 0, GroupId: author });
  const first = publish("trust", "1.0", 1, by("maker"), "community");
  await stacks.start(["nameContains: trust v", "source: community", "author: maker", "policy: follow"]);
  const up = await stacks.pulumi("up", "--yes", "--skip-preview");
  expect(up).toContain('the image is published by "maker", not by CompShare');
  publish("trust", "9.0", 9, by("somebody"), "community");
  await stacks.pulumi("preview", "--expect-no-changes");
  expect(await stacks.outputs()).toMatchObject({ id: first });
  const second = publish("trust", "1.1", 2, by("maker"), "community");
  await stacks.pulumi("up", "--yes", "--skip-preview");
  expect(await stacks.outputs()).toMatchObject({ id: second });
});

test("a protected pin is not moved", async () => {
  const first = publish("protected", "1.0", 1);
  const options = ["protect: true"];
  await stacks.start(["nameContains: protected", "policy: follow"], { options });
  await stacks.pulumi("up", "--yes", "--skip-preview");
  publish("protected", "1.1", 2);
  for (const command of [["preview"], ["up", "--yes", "--skip-preview"]]) {
    const { code, text } = await stacks.run(command);
    expect(code).not.toBe(0);
    expect(text).toContain("is currently marked for protection");
  }
  expect(await stacks.pin()).toMatchObject({ id: first });
});

test("ignored changes are none, and what stands beside them still counts", async () => {
  publish("ignored", "1.0", 1);
  const query = ["nameContains: ignored", "mostRecent: true"];
  const options = ["ignoreChanges: [nameContains, keepers.week]"];
  await stacks.start([...query, "keepers: {week: one, month: one}"], { options });
  await stacks.pulumi("up", "--yes", "--skip-preview");
  const second = publish("ignored", "1.1", 2);
  await stacks.edit(["nameContains: vLLM", "mostRecent: true", "keepers: {week: two, month: one}"], {
    options,
  });
  await stacks.pulumi("preview", "--expect-no-changes");
  await stacks.edit([...query, "keepers: {week: two, month: two}"], { options });
  expect(await stacks.pulumi("up", "--yes", "--skip-preview")).toContain("+-1 replaced");
  expect(await stacks.outputs()).toMatchObject({ id: second });
});

test("what uses the image sees the new ID in the preview of the move", async () => {
  const first = publish("used", "1.0", 1);
  const machine = [
    "  machine:",
    "    type: pulumi:index:Stash",
    "    properties:",
    "      input: ${base.imageId}",
  ];
  await stacks.start(["nameContains: used v", "policy: follow"], { resources: machine });
  await stacks.pulumi("up", "--yes", "--skip-preview");
  const second = publish("used", "1.1", 2);
  expect(await stacks.pulumi("preview", "--diff")).toContain(`input: "${first}" => "${second}"`);
});

test("another region of the provider is an edited query: an image that is there too stays", async () => {
  await stacks.start(["name: ComfyUI"]);
  await stacks.pulumi("up", "--yes", "--skip-preview");
  const before = await stacks.pin();
  await stacks.pulumi("config", "set", "compshare:region", "cn-sh2");
  expect(await stacks.pulumi("up", "--yes", "--skip-preview")).toContain("1 updated");
  expect(await stacks.pin()).toMatchObject({ id: before?.id, outputs: { region: "cn-sh2" } });
  await stacks.pulumi("preview", "--expect-no-changes");
});
