/** How loud a line is. */
export type Severity = "DEBUG" | "INFO" | "WARNING" | "ERROR";

/** Lines for the user, shown by the engine: what the plugin writes to its own streams is hidden. */
export interface EngineLog {
  attach(engineAddress: string): void;
  write(severity: Severity, message: string, urn?: string): void;
}

/** A log over the engine's own service. Its client is loaded with the first line; a line that gets lost fails nothing. */
export function createEngineLog(): EngineLog {
  let address = "";
  let send: Promise<(severity: Severity, message: string, urn: string) => void> | undefined;
  return {
    attach: (engineAddress) => {
      address = engineAddress === "" ? address : engineAddress;
    },
    write: (severity, message, urn = "") => {
      if (address === "") return;
      send ??= connect(address);
      send.then((line) => line(severity, message, urn)).catch(() => undefined);
    },
  };
}

async function connect(address: string): Promise<(severity: Severity, message: string, urn: string) => void> {
  const { credentials } = await import("@grpc/grpc-js");
  const { EngineClient } = await import("@pulumi/pulumi/proto/engine_grpc_pb.js");
  const { LogRequest, LogSeverity } = await import("@pulumi/pulumi/proto/engine_pb.js");
  const client = new EngineClient(address, credentials.createInsecure());
  return (severity, message, urn) => {
    const request = new LogRequest().setSeverity(LogSeverity[severity]).setMessage(message).setUrn(urn);
    client.log(request, () => undefined);
  };
}
