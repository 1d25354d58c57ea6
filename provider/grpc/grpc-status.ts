import { Status } from "@grpc/grpc-js/build/src/constants.js";
import { ApiError } from "../errors/api-error.ts";
import { ArgumentError } from "../errors/argument-error.ts";
import { type Category, CompShareError } from "../errors/compshare-error.ts";
import { ConfigurationError } from "../errors/configuration-error.ts";
import { ImageNotFoundError } from "../errors/image-not-found-error.ts";
import { TransportError } from "../errors/transport-error.ts";
import { errorText } from "../messages/error-text.ts";
import { messages } from "../messages/messages.ts";
import type { Fault } from "./provider.ts";

/** Longest text that fits the trailer it travels in, where a Chinese character takes nine bytes. */
const mostBytes = 12_000;

const byCategory: Readonly<Record<Category, Status>> = {
  transient: Status.UNAVAILABLE,
  retryOnce: Status.UNAVAILABLE,
  throttled: Status.RESOURCE_EXHAUSTED,
  caller: Status.FAILED_PRECONDITION,
  access: Status.PERMISSION_DENIED,
  internal: Status.INTERNAL,
  cancelled: Status.CANCELLED,
};

/** What goes over gRPC for an error: a status that says who can act, and a text that says how. */
export function grpcFault(error: unknown): Fault {
  const { report } = messages().gateway;
  if (!(error instanceof CompShareError)) return fault(Status.INTERNAL, `${unexpected(error)} ${report}`);
  const text = error.category === "internal" ? `${errorText(error)}\n${report}` : errorText(error);
  return fault(statusCode(error), text);
}

function statusCode(error: CompShareError): Status {
  if (error instanceof ImageNotFoundError) return Status.NOT_FOUND;
  if (error instanceof ConfigurationError) return Status.FAILED_PRECONDITION;
  if (error instanceof ArgumentError) return Status.INVALID_ARGUMENT;
  if (error instanceof TransportError && error.reason === "DEADLINE") return Status.DEADLINE_EXCEEDED;
  if (error instanceof ApiError && error.category === "caller") return Status.INVALID_ARGUMENT;
  return byCategory[error.category];
}

/** An error that nobody foresaw. Its own message is left out: nobody knows what it quotes. */
function unexpected(error: unknown): string {
  const name = error instanceof Error ? error.name : typeof error;
  const place = error instanceof Error ? /\n\s+at ([^\n]*)/.exec(frames(error))?.[1] : undefined;
  return messages().gateway.unexpected(name, place ?? "");
}

/** The stack without the message in front of it, which may have lines that look like frames. */
function frames({ stack = "", message }: Error): string {
  const start = stack.indexOf(message);
  return start < 0 ? "" : stack.slice(start + message.length);
}

function fault(code: Status, details: string): Fault {
  return { code, details: fit(details.toWellFormed()) };
}

function fit(text: string): string {
  let fitting = text;
  while (encodeURI(fitting).length > mostBytes) {
    const cut = fitting.slice(0, Math.floor(fitting.length * 0.8));
    // Half of a surrogate pair is no character.
    fitting = `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`;
  }
  return fitting;
}
