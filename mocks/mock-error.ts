import { ArgumentError } from "../provider/errors/argument-error.ts";
import { CompShareError } from "../provider/errors/compshare-error.ts";
import { ImageNotFoundError } from "../provider/errors/image-not-found-error.ts";
import { programErrorText } from "../provider/messages/spell-arguments.ts";

/** gRPC's numbers. */
const codes = { invalidArgument: 3, notFound: 5, failedPrecondition: 9, internal: 13 } as const;

/**
 * An error as the plugin's arrives in a program. Pulumi shows `details` of it and nothing else, so that an ordinary
 * error of a mock has an empty message.
 */
export function mockError(error: unknown): Error {
  if (error instanceof Error && "details" in error) return error;
  const details = error instanceof CompShareError ? programErrorText(error) : describe(error);
  return Object.assign(new Error(details, { cause: error }), {
    code: codeOf(error),
    details,
    metadata: undefined,
  });
}

/** The error that inputs of a resource are not accepted, in the engine's words. */
export function problemError(details: string): Error {
  return Object.assign(new Error(details), { code: codes.invalidArgument, details });
}

function codeOf(error: unknown): number {
  if (error instanceof ArgumentError) return codes.invalidArgument;
  if (error instanceof ImageNotFoundError) return codes.notFound;
  return error instanceof CompShareError ? codes.failedPrecondition : codes.internal;
}

function describe(error: unknown): string {
  // What a test has thrown itself it may read.
  return error instanceof Error ? error.message : String(error);
}
