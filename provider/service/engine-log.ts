/** How loud a line is. */
export type Severity = "DEBUG" | "INFO" | "WARNING" | "ERROR";

/** Lines for the user, shown by the engine: what the plugin writes to its own streams is hidden. */
export type WriteLine = (severity: Severity, message: string, urn?: string) => void;

/**
 * A log over the engine's own service, at the address that is known by the first line. Its client is loaded then too;
 * a line that gets lost fails nothing.
 */
export function createEngineLog(engineAddress: () => string): WriteLine {
  let send: Promise<WriteLine> | undefined;
  return (severity, message, urn) => {
    if (engineAddress() === "") return;
    send ??= connect(engineAddress());
    send.then((line) => line(severity, message, urn)).catch(() => undefined);
  };
}

async function connect(address: string): Promise<WriteLine> {
  const { credentials } = await import("@grpc/grpc-js");
  const { EngineClient } = await import("@pulumi/pulumi/proto/engine_grpc_pb.js");
  const { LogRequest, LogSeverity } = await import("@pulumi/pulumi/proto/engine_pb.js");
  const client = new EngineClient(address, credentials.createInsecure());
  return (severity, message, urn = "") => {
    const request = new LogRequest().setSeverity(LogSeverity[severity]).setMessage(message).setUrn(urn);
    client.log(request, () => undefined);
  };
}
