import type { ProgramInfo } from "@pulumi/pulumi/proto/language_pb.js";

/** What stands under `runtime: options:` in Pulumi.yaml. */
export type ProgramOptions = Readonly<Record<string, unknown>>;

/** The `runtime: options:` of the program that a request is about. */
export function programOptions(info: ProgramInfo | undefined): ProgramOptions {
  return info?.getOptions()?.toJavaScript() ?? {};
}
