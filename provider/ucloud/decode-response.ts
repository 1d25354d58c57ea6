import * as z from "zod/mini";
import { type ActionName, type ActionResponse, responseSchema } from "../contract/actions.ts";
import type { Members } from "../contract/members.ts";
import { ResponseShapeError } from "../errors/response-shape-error.ts";

/** Reads the members of a response that the action's contract names. */
export function decodeResponse<Name extends ActionName>(
  action: Name,
  members: Members,
): ActionResponse<Name> {
  const result = z.safeParse(responseSchema(action), members);
  if (result.success) return result.data;
  const path = String(result.error.issues[0]?.path[0]);
  throw new ResponseShapeError({ reason: "SCHEMA", problem: "type", action, path });
}
