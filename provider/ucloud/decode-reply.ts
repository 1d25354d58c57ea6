import * as z from "zod/mini";
import { ResponseShapeError } from "../errors/response-shape-error.ts";
import { messages } from "../messages/messages.ts";
import type { ReplyMembers } from "./read-reply.ts";

/** Reads the members of an answer that a schema names. */
export function decodeReply<Schema extends z.core.$ZodType>(
  action: string,
  members: ReplyMembers,
  schema: Schema,
): z.output<Schema> {
  const result = z.safeParse(schema, members);
  if (result.success) return result.data;
  const path = result.error.issues[0]?.path[0];
  throw new ResponseShapeError("SCHEMA", messages().gateway.reply.wrongKind(`${action}: ${String(path)}`));
}
