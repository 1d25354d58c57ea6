import { CompShareError } from "./compshare-error.ts";

/** Several images satisfy every filter. The message shows how they differ and how to name one of them. */
export class ImageAmbiguousError extends CompShareError {
  override name = "ImageAmbiguousError" as const;
  readonly code = "IMAGE_AMBIGUOUS";
  readonly category = "caller";
}
