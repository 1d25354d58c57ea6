import * as z from "zod/mini";

const sbom = z.looseObject({ components: z.array(z.unknown()) });

/** Adds the versions of Node.js that the executables consist of to the list of what is in the plugin. */
export function withNode(list: object, versions: readonly string[]): object {
  const { components, ...rest } = z.parse(sbom, list);
  const nodes = [...new Set(versions)].toSorted().map((version) => ({
    type: "platform",
    "bom-ref": `node@${version}`,
    name: "node",
    version,
    description: "Within the executables; the node archive has none.",
    purl: `pkg:generic/node@${version}`,
  }));
  return { ...rest, components: [...components, ...nodes] };
}
