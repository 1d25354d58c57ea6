import { packageName } from "../contract/tokens.ts";
import { parseRepository, type Repository } from "./repository.ts";

/** What a schema takes from package.json. */
export interface PackageIdentity {
  readonly version: string;
  /** Address of the repository. */
  readonly repository: string;
}

/** Everything that the schema says of the package as a whole. */
export interface AboutPackage {
  readonly name: string;
  readonly version: string;
  readonly [member: string]: unknown;
}

/** Folder of the repository with the SDKs, which is also the Go module. */
const sdkFolder = "sdk";

/** Import path of the Go module that holds the SDK. */
export function goModulePath({ owner, name }: Repository): string {
  return `github.com/${owner}/${name}/${sdkFolder}`;
}

/** What package.json says of the package, as Pulumi, its registry and the generators of each language want it. */
export function aboutPackage({ version, repository: url }: PackageIdentity): AboutPackage {
  const repository = parseRepository(url);
  const { owner, name } = repository;
  return {
    name: packageName,
    displayName: "CompShare",
    version,
    description:
      "Finds the images of UCloud CompShare by name, tag, version or publisher, and pins them in the stack's state.",
    keywords: ["pulumi", "compshare", "ucloud", "category/cloud", "kind/native"],
    homepage: "https://www.compshare.cn",
    license: "Apache-2.0",
    repository: repository.url,
    logoUrl: `https://raw.githubusercontent.com/${owner}/${name}/v${version}/docs/logo.png`,
    publisher: owner,
    // Registries write it in lower case, and the schema allows no underscore.
    namespace: owner.toLowerCase().replaceAll("_", "-"),
    pluginDownloadURL: `github://api.github.com/${owner}/${name}`,
    language: languages(repository),
  };
}

function languages(repository: Repository): Readonly<Record<string, object>> {
  // Without it an SDK would not say which plugin it goes with.
  const respectSchemaVersion = true;
  return {
    nodejs: {
      packageName: "pulumi-compshare",
      packageDescription: "Typed SDK of the CompShare provider for Pulumi.",
      respectSchemaVersion,
    },
    python: {
      packageName: "pulumi_compshare",
      respectSchemaVersion,
      pyproject: { enabled: true },
    },
    go: {
      // Without a modulePath, which `pulumi package add` would take for the folder that it puts the package into.
      importBasePath: `${goModulePath(repository)}/go/${packageName}`,
      generateResourceContainerTypes: true,
      respectSchemaVersion,
    },
    csharp: {
      // The prefix `Pulumi.` of NuGet is Pulumi's own.
      rootNamespace: "PulumiCompshare",
      respectSchemaVersion,
    },
    java: {
      basePackage: "com.pulumi",
      // Gradle would write the version file only when it builds; ours is there for whoever compiles.
      buildFiles: "none",
    },
  };
}
