import { execFile } from "node:child_process";
import { plainText } from "../../provider/messages/plain-text.ts";
import { CommandFailure } from "../failures.ts";

/** The state of a stack, from the Pulumi command line on the machine. */
export function exportStack(
  stack: string,
  {
    cwd,
    environment,
    signal,
  }: {
    readonly cwd: string;
    readonly environment: Readonly<Record<string, string | undefined>>;
    readonly signal: AbortSignal;
  },
): Promise<string> {
  // One word, so that a name can be no flag of its own.
  const args = ["stack", "export", `--stack=${stack}`, "--non-interactive"];
  const options = {
    cwd,
    env: { ...environment, PULUMI_SKIP_UPDATE_CHECK: "true" },
    signal,
    maxBuffer: 512 * 1024 * 1024,
  };
  return new Promise((resolve, reject) => {
    execFile("pulumi", args, options, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else if (error.code === "ENOENT") reject(noPulumi);
      else reject(failed(stack, stderr));
    });
  });
}

const noPulumi = new CommandFailure({
  en: "pulumi is not on PATH; give the output of `pulumi stack export` with --state FILE",
  zh: "PATH 中没有 pulumi；请用 --state FILE 给出 `pulumi stack export` 的输出",
});

function failed(stack: string, stderr: string): CommandFailure {
  const last = plainText(stderr.trim().split("\n").at(-1) ?? "");
  return new CommandFailure({
    en: `pulumi could not export the stack ${plainText(stack)}: ${last}`,
    zh: `pulumi 无法导出栈 ${plainText(stack)}：${last}`,
  });
}
