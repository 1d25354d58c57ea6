import { Server, ServerCredentials } from "@grpc/grpc-js";
import { EngineService, type IEngineServer } from "@pulumi/pulumi/proto/engine_grpc_pb.js";
import { type LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb.js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb.js";

/** The part of an engine that plugins log to. */
export interface LogEngine {
  readonly address: string;
  /** Lines so far: severity, `: ` and the text. */
  readonly lines: readonly string[];
  /** Ends every connection, and takes new ones. */
  dropConnections(): void;
  close(): void;
}

const severities = Object.entries(LogSeverity);

/** Starts an engine that keeps what plugins log. */
export async function startLogEngine(): Promise<LogEngine> {
  const lines: string[] = [];
  const server = new Server();
  const service: Pick<IEngineServer, "log"> = {
    log: (call: { readonly request: LogRequest }, callback: (error: null, answer: Empty) => void) => {
      const severity = severities.find(([, value]) => value === call.request.getSeverity())?.[0];
      lines.push(`${severity}: ${call.request.getMessage()}`);
      callback(null, new Empty());
    },
  };
  server.addService(EngineService, { ...service });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  const address = `127.0.0.1:${port}`;
  return {
    address,
    lines,
    dropConnections: () => server.drain(address, 0),
    close: () => server.forceShutdown(),
  };
}
