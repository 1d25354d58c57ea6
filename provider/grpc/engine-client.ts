import { credentials } from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb.js";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb.js";
import type { WriteLine } from "./engine-log.ts";

/** Writes lines to the engine at an address. Nobody waits for an answer. */
export function connectLog(address: string): WriteLine {
  const client = new EngineClient(address, credentials.createInsecure());
  return (severity, message, urn = "") => {
    const request = new LogRequest().setSeverity(LogSeverity[severity]).setMessage(message).setUrn(urn);
    client.log(request, () => undefined);
  };
}
