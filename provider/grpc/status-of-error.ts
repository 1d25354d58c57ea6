import { ApiError } from "../errors/api-error.ts";
import { ArgumentError } from "../errors/argument-error.ts";
import { type Category, CompShareError } from "../errors/compshare-error.ts";
import { ConfigurationError } from "../errors/configuration-error.ts";
import { ImageNotFoundError } from "../errors/image-not-found-error.ts";
import { TransportError } from "../errors/transport-error.ts";
import { messages } from "../messages/messages.ts";
import { programErrorText } from "../messages/spell-arguments.ts";
import type { Fault } from "./provider.ts";
import { type StatusCode, status } from "./status-error.ts";

/** Longest text that fits the trailer it travels in, where a Chinese character takes nine bytes. */
const mostBytes = 12_000;

const byCategory: Readonly<Record<Category, StatusCode>> = {
  transient: status.UNAVAILABLE,
  retryOnce: status.UNAVAILABLE,
  throttled: status.RESOURCE_EXHAUSTED,
  caller: status.FAILED_PRECONDITION,
  access: status.PERMISSION_DENIED,
  internal: status.INTERNAL,
  cancelled: status.CANCELLED,
};

/** What goes over gRPC for an error: a status that says who can act, and a text that says how. */
export function grpcFault(error: unknown): Fault {
  const { report } = messages().gateway;
  if (!(error instanceof CompShareError)) return fault(status.INTERNAL, `${unexpected(error)} ${report}`);
  const said = programErrorText(error);
  const text = error.category === "internal" ? `${said}\n${report}` : said;
  return fault(statusCode(error), text);
}

function statusCode(error: CompShareError): StatusCode {
  if (error instanceof ImageNotFoundError) return status.NOT_FOUND;
  if (error instanceof ConfigurationError) return status.FAILED_PRECONDITION;
  if (error instanceof ArgumentError) return status.INVALID_ARGUMENT;
  if (error instanceof TransportError && error.reason === "DEADLINE") return status.DEADLINE_EXCEEDED;
  if (error instanceof ApiError && error.category === "caller") return status.INVALID_ARGUMENT;
  return byCategory[error.category];
}

/** An error that nobody foresaw. Its own message is left out: nobody knows what it quotes. */
function unexpected(error: unknown): string {
  const name = error instanceof Error ? error.name : typeof error;
  const frame = error instanceof Error ? /\n\s+at ([^\n]*)/.exec(frames(error))?.[1] : undefined;
  return messages().gateway.unexpected(name, frame ?? "");
}

/** The stack without the message in front of it, which may have lines that look like frames. */
function frames({ stack = "", message }: Error): string {
  const start = stack.indexOf(message);
  return start < 0 ? "" : stack.slice(start + message.length);
}

function fault(code: StatusCode, details: string): Fault {
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
