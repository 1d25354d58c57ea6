/** Home folder of the user; a user without one has no files to look in. */
export function homeFolder(): string | undefined {
  try {
    return process.getBuiltinModule("node:os").homedir() || undefined;
  } catch {
    return undefined;
  }
}
