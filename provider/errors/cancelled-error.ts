import { CompShareError } from "./compshare-error.ts";

/** The engine or the user stopped the call. */
export class CancelledError extends CompShareError {
  override name = "CancelledError" as const;
  readonly code = "CANCELLED";
  readonly category = "cancelled";
  readonly facts = {};

  constructor() {
    super("CANCELLED");
  }
}
