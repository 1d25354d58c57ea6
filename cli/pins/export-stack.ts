import { quoted } from "../../provider/messages/plain-text.ts";
import { CommandFailure } from "../failures.ts";
import { type PulumiPlace, pulumiError, runPulumi } from "../run-pulumi.ts";

/** The state of a stack, from the Pulumi command line on the machine. */
export async function exportStack(stack: string, place: PulumiPlace): Promise<string> {
  const run = await runPulumi(["stack", "export"], stack, place);
  if (run.stdout !== undefined) return run.stdout;
  throw run.stderr === undefined ? noPulumi : failed(stack, run.stderr);
}

const noPulumi = new CommandFailure({
  en: "pulumi is not on PATH; give the output of `pulumi stack export` with --state FILE",
  zh: "PATH 中没有 pulumi；请用 --state FILE 给出 `pulumi stack export` 的输出",
});

function failed(stack: string, stderr: string): CommandFailure {
  const [name, error] = [quoted(stack), pulumiError(stderr)];
  return new CommandFailure({
    en: `pulumi cannot export the stack ${name}: ${error}`,
    zh: `pulumi 无法导出栈 ${name}：${error}`,
  });
}
