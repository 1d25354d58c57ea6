import * as grpc from "@grpc/grpc-js";
import type { ILanguageRuntimeServer } from "@pulumi/pulumi/proto/language_grpc_pb.js";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb.js";
import type { RunRequest } from "@pulumi/pulumi/proto/language_pb.js";
import {
  GetRequiredPackagesResponse,
  GetRequiredPluginsResponse,
  LanguageHandshakeResponse,
  RunResponse,
  RuntimeOptionsResponse,
} from "@pulumi/pulumi/proto/language_pb.js";
import { PackageDependency, PluginInfo } from "@pulumi/pulumi/proto/plugin_pb.js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb.js";
import { type ProgramOptions, programOptions } from "./program-options.ts";
import type { RequiredPackage } from "./required-packages.ts";
import type { ProgramCommand, ProgramRunner } from "./run-program.ts";
import { createProgramRunner } from "./run-program.ts";
import { createSdkHandlers, type SdkLanguage } from "./serve-sdks.ts";

/** What hosts differ in from language to language. */
export interface Language extends SdkLanguage {
  /** Which plugins the SDKs of a program need. */
  requiredPackages(directory: string, options: ProgramOptions): Promise<readonly RequiredPackage[]>;
  /** What runs a program; text says why nothing can. */
  command(request: RunRequest, engine: string): Promise<ProgramCommand | string>;
}

// What the engine asks of a host to run programs; grpc-js answers UNIMPLEMENTED to what is not here or in serve-sdks.ts.
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

const orphanPollMs = 500;

function createHandlers(language: Language, runner: ProgramRunner, engineArgument: string): Handlers {
  let engine = engineArgument;
  return {
    handshake(call, reply) {
      engine = call.request.getEngineAddress() || engine;
      reply(null, new LanguageHandshakeResponse());
    },
    getPluginInfo: (_call, reply) => reply(null, new PluginInfo().setVersion("0.0.0")),
    getRequiredPackages(call, reply) {
      const info = call.request.getInfo();
      language.requiredPackages(info?.getProgramDirectory() ?? "", programOptions(info)).then(
        (required) =>
          reply(null, new GetRequiredPackagesResponse().setPackagesList(required.map(dependency))),
        (error: unknown) => reply({ code: grpc.status.UNKNOWN, details: String(error) }),
      );
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

function dependency({ name, version, server }: RequiredPackage): PackageDependency {
  return new PackageDependency().setName(name).setKind("resource").setVersion(version).setServer(server);
}

/** Serves one language to the engine that has started this process. */
export function serveLanguage(language: Language): void {
  const runner = createProgramRunner((request, engine) => language.command(request, engine));
  const engineArgument = process.argv.slice(2).findLast((argument) => !argument.startsWith("-")) ?? "";
  const end = (signal: NodeJS.Signals): void => {
    runner.signal(signal);
    process.exit(0);
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
  endWithParent(() => end("SIGTERM"));

  const server = new grpc.Server({ "grpc.max_receive_message_length": -1 });
  server.addService(LanguageRuntimeService, {
    ...createHandlers(language, runner, engineArgument),
    ...createSdkHandlers(language),
  });
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
  }, orphanPollMs).unref();
}
