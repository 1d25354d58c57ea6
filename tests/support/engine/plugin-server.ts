import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { mustRun } from "../../../tools/process/run-command.ts";
import { listeningPort } from "../listening-port.ts";

/** A server of plugin archives on loopback. */
export interface PluginServer {
  readonly url: string;
  /** Paths that were asked for. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

const architectures: Readonly<Record<string, string>> = { x64: "amd64", arm64: "arm64" };

/** Name of the archive that Pulumi asks for on this machine. */
export function archiveName(version: string): string {
  return `pulumi-resource-compshare-v${version}-${process.platform}-${architectures[process.arch]}.tar.gz`;
}

/** Serves the built plugin as the archive of one version for this machine. */
export async function startPluginServer(folder: string, version: string): Promise<PluginServer> {
  const archive = `${folder}/${archiveName(version)}`;
  const args = ["-czf", archive, "-C", "dist", "pulumi-resource-compshare"];
  await mustRun("tar could not pack the plugin", "tar", args);
  const content = await readFile(archive);
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    if (request.url === `/${archiveName(version)}`)
      response.writeHead(200, { "content-length": content.length }).end(content);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const port = listeningPort(server);
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
