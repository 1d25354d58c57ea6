import { Metadata, type ServiceError, status } from "@grpc/grpc-js";
import { ApiError } from "../errors/api-error.ts";
import { type Category, CompShareError, errorText } from "../errors/compshare-error.ts";
import { ImageNotFoundError } from "../errors/image-not-found-error.ts";
import { TransportError } from "../errors/transport-error.ts";

const report = "This is a fault of the plugin or a change of the API; please report it with the text above.";

/** Longest text that fits the trailer it travels in, where a Chinese character takes nine bytes. */
const mostBytes = 12_000;

const byCategory: Readonly<Record<Category, status>> = {
  transient: status.UNAVAILABLE,
  doubtful: status.UNAVAILABLE,
  throttled: status.RESOURCE_EXHAUSTED,
  caller: status.FAILED_PRECONDITION,
  access: status.PERMISSION_DENIED,
  ours: status.INTERNAL,
  stop: status.CANCELLED,
};

/** What goes over gRPC for an error: a status that says who can act, and a text that says how. */
export function grpcError(error: unknown): ServiceError {
  if (!(error instanceof CompShareError))
    return serviceError(status.INTERNAL, `${unexpected(error)} ${report}`);
  const text = error.category === "ours" ? `${errorText(error)}\n${report}` : errorText(error);
  return serviceError(statusCode(error), text);
}

function statusCode(error: CompShareError): status {
  if (error instanceof ImageNotFoundError) return status.NOT_FOUND;
  if (error instanceof TransportError && error.reason === "DEADLINE") return status.DEADLINE_EXCEEDED;
  if (error instanceof ApiError && error.category === "caller") return status.INVALID_ARGUMENT;
  return byCategory[error.category];
}

/** An error that nobody foresaw. Its own message is left out: nobody knows what it quotes. */
function unexpected(error: unknown): string {
  const name = error instanceof Error ? error.name : typeof error;
  const place = error instanceof Error ? /\n\s+at ([^\n]*)/.exec(error.stack ?? "")?.[1] : undefined;
  return `Unexpected ${name}${place === undefined ? "" : ` in ${place}`}.`;
}

function serviceError(code: status, details: string): ServiceError {
  const fitting = fit(details.toWellFormed());
  return Object.assign(new Error(fitting), { code, details: fitting, metadata: new Metadata() });
}

function fit(text: string): string {
  let fitting = text;
  while (encodeURI(fitting).length > mostBytes)
    fitting = `${fitting.slice(0, Math.floor(fitting.length * 0.8)).toWellFormed()}…`;
  return fitting;
}
