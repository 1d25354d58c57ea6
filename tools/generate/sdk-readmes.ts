import { goModulePath } from "../../provider/schema/about-package.ts";
import type { Repository } from "../../provider/schema/repository.ts";
import type { Language } from "./languages.ts";

/** What a registry of packages shows of each SDK. */
export function sdkReadmes(version: string, repository: Repository): Readonly<Record<Language, string>> {
  const module = goModulePath(repository);
  return {
    nodejs: readme(
      "TypeScript and JavaScript",
      repository,
      "sh",
      "npm install pulumi-compshare",
      "ts",
      `import * as compshare from "pulumi-compshare";

const image = compshare.getCompShareImageOutput({ name: "cuda128_torch291_py312" });

export const imageId = image.id;`,
    ),
    python: readme(
      "Python",
      repository,
      "sh",
      "pip install pulumi_compshare",
      "python",
      `import pulumi
import pulumi_compshare as compshare

image = compshare.get_comp_share_image_output(name="cuda128_torch291_py312")

pulumi.export("image_id", image.id)`,
    ),
    go: readme(
      "Go",
      repository,
      "sh",
      `go get ${module}@v${version}`,
      "go",
      `package main

import (
	"${module}/go/compshare"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		image := compshare.GetCompShareImageOutput(ctx, compshare.GetCompShareImageOutputArgs{
			Name: pulumi.String("cuda128_torch291_py312"),
		})
		ctx.Export("imageId", image.Id())
		return nil
	})
}`,
    ),
    dotnet: readme(
      ".NET",
      repository,
      "sh",
      "dotnet add package PulumiCompshare.Compshare",
      "csharp",
      `using System.Collections.Generic;
using PulumiCompshare.Compshare;

return await Pulumi.Deployment.RunAsync(() =>
{
    var image = GetCompShareImage.Invoke(new() { Name = "cuda128_torch291_py312" });
    return new Dictionary<string, object?> { ["imageId"] = image.Apply(found => found.Id) };
});`,
    ),
    java: readme(
      "Java",
      repository,
      "xml",
      `<dependency>
  <groupId>${mavenGroup(repository)}</groupId>
  <artifactId>pulumi-compshare</artifactId>
  <version>${version}</version>
</dependency>`,
      "java",
      `import com.pulumi.Pulumi;
import com.pulumi.compshare.CompshareFunctions;
import com.pulumi.compshare.inputs.GetCompShareImageArgs;

public class App {
  public static void main(String[] args) {
    Pulumi.run(ctx -> {
      var image = CompshareFunctions.getCompShareImage(
          GetCompShareImageArgs.builder().name("cuda128_torch291_py312").build());
      ctx.export("imageId", image.applyValue(found -> found.id()));
    });
  }
}`,
    ),
  };
}

/** The group that Maven Central gives to an account of GitHub. */
export function mavenGroup({ owner }: Repository): string {
  return `io.github.${owner.toLowerCase()}`;
}

function readme(
  language: string,
  { url }: Repository,
  installSyntax: string,
  install: string,
  programSyntax: string,
  program: string,
): string {
  return `# CompShare for Pulumi: ${language}

Finds the images of UCloud CompShare (算力共享平台) by name, tag, version or publisher, and pins them.

\`\`\`${installSyntax}
${install}
\`\`\`

\`\`\`${programSyntax}
${program}
\`\`\`

Keys, arguments and results: <${url}>
`;
}
