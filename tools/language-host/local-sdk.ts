import { credentials } from "@grpc/grpc-js";
import loaderGrpc from "@pulumi/pulumi/proto/codegen/loader_grpc_pb.js";
import { GetSchemaRequest } from "@pulumi/pulumi/proto/codegen/loader_pb.js";
import type { LinkRequest } from "@pulumi/pulumi/proto/language_pb.js";

/** An SDK that Pulumi has generated into a project. */
export interface LocalSdk {
  /** What the Pulumi package is called. */
  readonly name: string;
  /** Its folder, which counts from that of the program. */
  readonly path: string;
  /** What the schema says to each language, by the language's name in schemas. */
  readonly settings: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Reads about the SDKs that a program is to be linked with, from the schemas that the engine has. */
export async function localSdks(request: LinkRequest): Promise<LocalSdk[]> {
  const loader = new loaderGrpc.LoaderClient(request.getLoaderTarget(), credentials.createInsecure());
  try {
    return await Promise.all(
      request.getPackagesList().map(async (dependency) => {
        const wanted = dependency.getPackage();
        const name = wanted?.getName() ?? "";
        const question = new GetSchemaRequest()
          .setPackage(name)
          .setVersion(wanted?.getVersion() ?? "")
          .setDownloadUrl(wanted?.getServer() ?? "");
        const schema: { language?: LocalSdk["settings"] } = JSON.parse(await readSchema(loader, question));
        return { name, path: dependency.getPath(), settings: schema.language ?? {} };
      }),
    );
  } finally {
    loader.close();
  }
}

function readSchema(loader: loaderGrpc.LoaderClient, question: GetSchemaRequest): Promise<string> {
  return new Promise((resolve, reject) => {
    loader.getSchema(question, (error, response) => {
      if (error === null) resolve(Buffer.from(response.getSchema_asU8()).toString());
      else reject(error);
    });
  });
}

/** A text of the schema's settings for a language, or another if it has none. */
export function setting(sdk: LocalSdk, language: string, name: string, otherwise: string): string {
  const value = sdk.settings[language]?.[name];
  return typeof value === "string" && value !== "" ? value : otherwise;
}
