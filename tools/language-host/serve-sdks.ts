import type { ServerErrorResponse } from "@grpc/grpc-js";
import * as grpc from "@grpc/grpc-js";
import type { ILanguageRuntimeServer } from "@pulumi/pulumi/proto/language_grpc_pb.js";
import type { ProgramInfo } from "@pulumi/pulumi/proto/language_pb.js";
import {
  GeneratePackageResponse,
  InstallDependenciesResponse,
  LinkResponse,
} from "@pulumi/pulumi/proto/language_pb.js";
import { type CommandOptions, runCommand } from "../process/run-command.ts";
import type { HostedLanguage } from "./build.ts";
import { generatePackage } from "./generate-package.ts";
import { type LocalSdk, localSdks } from "./local-sdk.ts";
import { type ProgramOptions, programOptions } from "./program-options.ts";

/** What languages differ in where SDKs are made and installed. */
export interface SdkLanguage {
  readonly name: HostedLanguage;
  /** Puts SDKs among the dependencies of the program in a folder; says how to import them, as Pulumi's own host does. */
  link(directory: string, sdks: readonly LocalSdk[], options: ProgramOptions): Promise<string>;
  /** The commands that install the dependencies of the program in a folder. */
  installation(directory: string, options: ProgramOptions): readonly (readonly [string, ...string[]])[];
}

type Handlers = Pick<ILanguageRuntimeServer, "generatePackage" | "link" | "installDependencies">;

/** Answers what `pulumi package add`, `package gen-sdk` and `install` ask of a host. */
export function createSdkHandlers(language: SdkLanguage): Handlers {
  return {
    generatePackage(call, reply) {
      generatePackage(language.name, call.request).then(
        () => reply(null, new GeneratePackageResponse()),
        (error: unknown) => reply(failure(error)),
      );
    },
    link(call, reply) {
      const { directory, options } = program(call.request.getInfo());
      localSdks(call.request)
        .then((sdks) => language.link(directory, sdks, options))
        .then(
          (instructions) => reply(null, new LinkResponse().setImportInstructions(instructions)),
          (error: unknown) => reply(failure(error)),
        );
    },
    installDependencies(call) {
      const { directory, options } = program(call.request.getInfo());
      runAll(language.installation(directory, options), directory, (stream, text) => {
        const written = new InstallDependenciesResponse();
        const bytes = Buffer.from(text);
        call.write(stream === "stdout" ? written.setStdout(bytes) : written.setStderr(bytes));
      }).then(
        () => call.end(),
        (error: unknown) => call.emit("error", failure(error)),
      );
    },
  };
}

function program(info: ProgramInfo | undefined): {
  readonly directory: string;
  readonly options: ProgramOptions;
} {
  return { directory: info?.getProgramDirectory() ?? "", options: programOptions(info) };
}

function failure(error: unknown): Partial<ServerErrorResponse> & { readonly details: string } {
  return {
    code: grpc.status.UNKNOWN,
    details: error instanceof Error ? error.message : String(error),
  };
}

/** Runs commands one after the other, until one fails; what they write is shown as it comes. */
async function runAll(
  commands: ReturnType<SdkLanguage["installation"]>,
  cwd: string,
  onOutput: NonNullable<CommandOptions["onOutput"]>,
): Promise<void> {
  for (const [file, ...args] of commands) {
    const { code } = await runCommand(file, args, { cwd, onOutput });
    if (code !== 0) throw new Error(`\`${[file, ...args].join(" ")}\` ended with code ${code}`);
  }
}
