import type { Metafile } from "esbuild";
import { unreached } from "../leave-out.ts";

/** The sources of a bundle whose code the bundler kept. */
export function keptSources({ outputs }: Metafile): Set<string> {
  return new Set(
    Object.values(outputs)
      .flatMap((output) => Object.entries(output.inputs))
      .filter(([path, { bytesInOutput }]) => bytesInOutput > 0 && !unreached.some((part) => part.test(path)))
      .map(([path]) => path),
  );
}

/** The folders of all packages with code in the bundle, and of those that each one imports; the plugin itself is "". */
export function importsByPackage(metafiles: readonly Metafile[]): Map<string, Set<string>> {
  const found = new Map([["", new Set<string>()]]);
  for (const metafile of metafiles) {
    const kept = keptSources(metafile);
    for (const path of kept) {
      const importer = packageFolder(path);
      const imported = found.get(importer) ?? new Set();
      found.set(importer, imported);
      for (const { path: target } of metafile.inputs[path]?.imports ?? []) {
        const folder = packageFolder(target);
        if (kept.has(target) && folder !== "" && folder !== importer) imported.add(folder);
      }
    }
  }
  return new Map([...found].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** The name of the package in a folder, such as `@pulumi/pulumi`. */
export function packageName(folder: string): string {
  return folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length);
}

function packageFolder(path: string): string {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? "";
}
