import { CompShareError } from "./compshare-error.ts";
import { texts } from "./texts.ts";

/** The engine or the user stopped the call. */
export class CancelledError extends CompShareError {
  override name = "CancelledError" as const;
  readonly code = "CANCELLED";
  readonly category = "stop";

  constructor() {
    super(texts().gateway.network.cancelled);
  }
}
