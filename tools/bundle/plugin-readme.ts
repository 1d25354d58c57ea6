import type { PackageIdentity } from "../../provider/schema/about-package.ts";
import { parseRepository } from "../../provider/schema/repository.ts";

/** The README of the plugin's npm package. Its links are whole: a registry shows it without the files around it. */
export function pluginReadme(
  { version, repository }: PackageIdentity,
  [plugin, commandLine]: readonly [string, string],
  node: string,
): string {
  const { url } = parseRepository(repository);
  const page = (path: string): string => `${url}/blob/v${version}/${path}`;
  return `# ${plugin}

The plugin of the [CompShare provider for Pulumi](${url}), which finds the images of UCloud CompShare (算力共享平台) by name, tag, version or publisher, and pins them. [中文说明](${page("README.zh-CN.md")})

It needs Node.js ${node} on PATH. \`pulumi-compshare\`, the SDK for TypeScript and JavaScript, brings it along; \`Pulumi.yaml\` says where it is, whatever the program's language:

\`\`\`yaml
plugins:
  providers:
    - name: compshare
      path: node_modules/.bin
\`\`\`

| in this package | what it is |
| --- | --- |
| \`${plugin}\` | the plugin, which Pulumi starts: [keys and settings](${page("docs/configuration.md")}) |
| \`${commandLine}\` | [the command line](${page("docs/cli.md")}), which finds images, checks pins in CI and has a [simulator](${page("docs/simulator.md")}) |
| \`${plugin}/testing\` | [mocks](${page("docs/testing.md")}) for unit tests of programs |
`;
}
