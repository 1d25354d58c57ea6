import { mustRun } from "../../../tools/process/run-command.ts";

/** What a command sees for itself alone. */
export type Namespace = "network" | "mount";

/** Without root, a user of its own in which it is root. */
const flags: Readonly<Record<Namespace, string>> = { network: "n", mount: "m" };

/** Words in front of a command that run it in a namespace of its own, after a line of shell that sees `$folder`. */
export function inNamespace(namespace: Namespace, line: string, folder = ""): readonly string[] {
  const flag = `-${process.getuid?.() === 0 ? "" : "r"}${flags[namespace]}`;
  return ["unshare", flag, "/bin/sh", "-ec", `folder="$1"; shift; ${line}; exec "$@"`, "sh", folder];
}

/** Makes a folder read-only for the command, and does not begin if it still can be written to. */
export function withReadOnly(folder: string): readonly string[] {
  const mount = 'mount --bind "$folder" "$folder"; mount -o remount,bind,ro "$folder"';
  return inNamespace("mount", `${mount}; if touch "$folder/touched" 2>/dev/null; then exit 1; fi`, folder);
}

/** Fails, saying why, where the machine allows no such namespace. */
export async function needNamespace(namespace: Namespace): Promise<void> {
  const [command = "", ...words] = inNamespace(namespace, "true");
  const needs = `these tests need a ${namespace} namespace of their own: Linux with unshare, as root or where users may have namespaces`;
  await mustRun(needs, command, [...words, "true"]).catch((error: unknown) => {
    throw error instanceof Error && "code" in error && error.code === "ENOENT" ? new Error(needs) : error;
  });
}
