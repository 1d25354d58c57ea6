import { InvokeResponse } from "@pulumi/pulumi/proto/provider_pb.js";
import type { Members } from "../../../provider/contract/members.ts";
import { outputMembers } from "../../../provider/grpc/grpc-messages.ts";
import { invokeResponse } from "../../../provider/grpc/pulumi-messages.ts";
import { encode } from "../../../provider/grpc/wire-message.ts";

/** What the engine gets of outputs, read by the messages of `@pulumi/pulumi`. */
export function sentOutputs(outputs: Members, isSecret: (name: string) => boolean = () => false): Members {
  const bytes = encode(invokeResponse, { return: outputMembers(outputs, isSecret) });
  return InvokeResponse.deserializeBinary(bytes).getReturn()?.toJavaScript() ?? {};
}
