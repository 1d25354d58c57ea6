import * as grpc from "@grpc/grpc-js";
import type { ILanguageRuntimeServer } from "@pulumi/pulumi/proto/language_grpc_pb.js";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb.js";
import {
  GetRequiredPackagesResponse,
  GetRequiredPluginsResponse,
  LanguageHandshakeResponse,
  RunResponse,
  RuntimeOptionsResponse,
} from "@pulumi/pulumi/proto/language_pb.js";
import { PackageDependency, PluginInfo } from "@pulumi/pulumi/proto/plugin_pb.js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb.js";
import { findRequiredPackages } from "./required-packages.ts";
import type { ProgramRunner } from "./run-program.ts";
import { createProgramRunner } from "./run-program.ts";

// What the engine asks of a host to run programs; grpc-js answers UNIMPLEMENTED to the rest (SDK generation, install).
type Handlers = Pick<
  ILanguageRuntimeServer,
  | "handshake"
  | "getPluginInfo"
  | "getRequiredPackages"
  | "getRequiredPlugins"
  | "runtimeOptionsPrompts"
  | "run"
  | "cancel"
>;

const ORPHAN_POLL_MS = 500;

function createHandlers(runner: ProgramRunner, engineArgument: string): Handlers {
  let engine = engineArgument;
  return {
    handshake(call, reply) {
      engine = call.request.getEngineAddress() || engine;
      reply(null, new LanguageHandshakeResponse());
    },
    getPluginInfo: (_call, reply) => reply(null, new PluginInfo().setVersion("0.0.0")),
    getRequiredPackages(call, reply) {
      const directory = call.request.getInfo()?.getProgramDirectory() ?? "";
      const packages = findRequiredPackages(directory).map(({ name, version, server }) =>
        new PackageDependency().setName(name).setKind("resource").setVersion(version).setServer(server),
      );
      reply(null, new GetRequiredPackagesResponse().setPackagesList(packages));
    },
    getRequiredPlugins: (_call, reply) => reply(null, new GetRequiredPluginsResponse()),
    runtimeOptionsPrompts: (_call, reply) => reply(null, new RuntimeOptionsResponse()),
    run(call, reply) {
      runner.run(call.request, engine).then(
        (response) => reply(null, response),
        (error: unknown) => reply(null, new RunResponse().setError(String(error))),
      );
    },
    cancel(_call, reply) {
      runner.signal("SIGINT");
      reply(null, new Empty());
    },
  };
}

function main(): void {
  const runner = createProgramRunner();
  const engineArgument = process.argv.slice(2).findLast((argument) => !argument.startsWith("-")) ?? "";
  const end = (signal: NodeJS.Signals): void => {
    runner.signal(signal);
    process.exit(0);
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
  endWithParent(() => end("SIGTERM"));

  const server = new grpc.Server({ "grpc.max_receive_message_length": -1 });
  server.addService(LanguageRuntimeService, createHandlers(runner, engineArgument));
  server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
    if (error !== null) {
      throw error;
    }
    process.stdout.write(`${port}\n`);
  });
}

/** An engine that was killed cannot say goodbye; its children then get another parent. */
function endWithParent(end: () => void): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) {
      end();
    }
  }, ORPHAN_POLL_MS).unref();
}

main();
