import { ApiError } from "../../../provider/errors/api-error.ts";
import { TransportError } from "../../../provider/errors/transport-error.ts";
import { retCodeMeaning } from "../../../provider/ucloud/ret-codes.ts";

/** A refusal because of what the keys may do. */
export const forbidden = new ApiError({
  action: "DescribeCompShareCustomImages",
  retCode: 299,
  message: undefined,
  requestId: undefined,
  meaning: retCodeMeaning(299, undefined),
});

/** No response: the connection was refused. */
export const unreachable = new TransportError({
  reason: "NET_CONNECT",
  obstacle: "refused",
  systemCode: "ECONNREFUSED",
});
