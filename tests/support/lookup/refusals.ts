import { ApiError } from "../../../provider/errors/api-error.ts";
import { retCodeMeaning } from "../../../provider/ucloud/ret-codes.ts";

/** A refusal because of what the keys may do. */
export const forbidden = new ApiError({
  action: "DescribeCompShareCustomImages",
  retCode: 299,
  message: undefined,
  requestId: undefined,
  meaning: retCodeMeaning(299, undefined),
});
