import { CompShareError } from "./compshare-error.ts";

/** No image satisfies every filter. The message explains which filter removed the last ones and what is close. */
export class ImageNotFoundError extends CompShareError {
  override name = "ImageNotFoundError" as const;
  readonly code = "IMAGE_NOT_FOUND";
  readonly category = "caller";
}
