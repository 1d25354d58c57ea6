import { expect, test } from "@jest/globals";
import { runCommand } from "../../tools/process/run-command.ts";
import { createEngineWorkspace } from "../support/engine/engine.ts";
import { outcome, succeeded } from "../support/release/installing.ts";
import { ownArchive, version } from "../support/release/released.ts";

const catalogue = "examples/mocks-jest/compshare.catalog.json";

/** Runs the script with which a release is tried on every system, on the pinned engine. */
async function tryOut(...words: readonly string[]) {
  const engine = await createEngineWorkspace();
  try {
    const { PATH = "", HOME = "" } = engine.env;
    const script = ["tools/release/try.sh", catalogue, ...words];
    return await runCommand("bash", script, { env: { PATH, HOME } });
  } finally {
    await engine.dispose();
  }
}

test("the script that tries a release on every system passes with the archive", async () => {
  const tried = await tryOut(version, "--file", ownArchive);
  expect(outcome(tried)).toBe(succeeded);
  expect(tried.stdout).toContain(`compshare ${version} works on`);
}, 120_000);

test("the script that tries a release fails with an archive of another version than asked for", async () => {
  const tried = await tryOut("9.9.9", "--file", ownArchive);
  expect(tried.code).toBe(1);
  expect(tried.stdout).toContain("is expected to have version");
}, 120_000);
