/** A fault that the user can mend: its message is the whole story, so no stack is shown. */
export class ToolFailure extends Error {
  override readonly name = "ToolFailure";
}

/** Runs a command-line tool: a ToolFailure becomes its sentence on stderr and exit code 1, anything else stays loud. */
export function runTool(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    process.exitCode = 1;
    if (error instanceof ToolFailure) {
      process.stderr.write(`error: ${error.message}\n`);
      return;
    }
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  });
}

/** Whether node was started with this script, and did not just import it. */
export function isStartedAs(script: string): boolean {
  return process.argv[1]?.replaceAll("\\", "/").endsWith(`/${script}`) === true;
}
