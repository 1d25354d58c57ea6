import * as z from "zod/mini";
import { type ActionName, type ActionResponse, responseSchema } from "../contract/actions.ts";
import { ResponseShapeError } from "../errors/response-shape-error.ts";
import type { ReplyMembers } from "./read-reply.ts";

/** Reads the members of a response that the action's contract names. */
export function decodeResponse<Name extends ActionName>(
  action: Name,
  members: ReplyMembers,
): ActionResponse<Name> {
  const result = z.safeParse(responseSchema(action), members);
  if (result.success) return result.data;
  const path = String(result.error.issues[0]?.path[0]);
  throw new ResponseShapeError({ reason: "SCHEMA", problem: "type", action, path });
}
