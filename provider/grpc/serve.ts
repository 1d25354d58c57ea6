// The server alone: the package's own entry loads the client with all its load balancers too.
import { setup as setUpIpAddresses } from "@grpc/grpc-js/build/src/resolver-ip.js";
import { Server } from "@grpc/grpc-js/build/src/server.js";
import { ServerCredentials } from "@grpc/grpc-js/build/src/server-credentials.js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import { createGrpcService, type ServiceParts } from "./grpc-service.ts";

/** Largest message, the engine's own limit. */
const maxMessageBytes = 400 * 1024 * 1024;

/** A service that listens. */
export interface Serving {
  readonly port: number;
  /** Ends every call and stops listening. */
  stop(): void;
}

/** Serves the provider on a free port of loopback. */
export async function serve(parts: ServiceParts): Promise<Serving> {
  setUpIpAddresses();
  const server = new Server({
    "grpc.max_receive_message_length": maxMessageBytes,
    "grpc.max_send_message_length": maxMessageBytes,
  });
  server.addService(ResourceProviderService, createGrpcService(parts));
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("ipv4:127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  return { port, stop: () => server.forceShutdown() };
}
