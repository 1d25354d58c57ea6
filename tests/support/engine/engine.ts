import { createReport } from "../../../tools/engine/report.ts";
import type { EngineWorkspace, WorkspaceOptions } from "../../../tools/engine/workspace.ts";
import { createWorkspace } from "../../../tools/engine/workspace.ts";
import { getEngine } from "../../../tools/engine.ts";

export type { EngineWorkspace } from "../../../tools/engine/workspace.ts";

/** Makes a workspace on the real engine, which the test command has made ready before. */
export async function createEngineWorkspace(
  options: Omit<WorkspaceOptions, "engine"> = {},
): Promise<EngineWorkspace> {
  return await createWorkspace({ ...options, engine: await getEngine(createReport(process.stderr)) });
}
