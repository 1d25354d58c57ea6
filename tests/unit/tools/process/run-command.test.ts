import { expect, test } from "@jest/globals";
import { mustRun, runCommand, startCommand } from "../../../../tools/process/run-command.ts";
import { isAlive } from "../../../support/is-alive.ts";
import { until } from "../../../support/until.ts";

const node = (script: string): readonly [string, readonly string[]] => [process.execPath, ["-e", script]];

test("a command gives its exit code and what it wrote", async () => {
  const result = await runCommand(...node("console.log('out'); console.error('err'); process.exit(3)"));
  expect(result).toEqual({ code: 3, stdout: "out\n", stderr: "err\n" });
});

test("a command that a signal ends has 128 and the signal's number as its code, and the signal by name", async () => {
  const ended = await runCommand(...node("process.kill(process.pid, 'SIGTERM')"));
  expect(ended).toEqual({ code: 143, signal: "SIGTERM", stdout: "", stderr: "" });
  expect(await runCommand(...node("process.exit(143)"))).toEqual({ code: 143, stdout: "", stderr: "" });
});

test("a command reads what it is given, and one that reads nothing ends as well", async () => {
  const input = "é".repeat(1_000_000);
  const reader = await runCommand(...node("process.stdin.pipe(process.stdout)"), { input });
  expect(reader.stdout).toBe(input);
  expect(await runCommand(...node("process.exit(4)"), { input })).toMatchObject({ code: 4 });
});

test("what a command writes is seen as it comes, each stream apart", async () => {
  const seen: (readonly [string, string])[] = [];
  const script = "console.log('first'); setTimeout(() => console.error('second'), 200)";
  await runCommand(...node(script), { onOutput: (stream, text) => seen.push([stream, text]) });
  expect(seen).toEqual([
    ["stdout", "first\n"],
    ["stderr", "second\n"],
  ]);
});

test("what a command writes can be dropped", async () => {
  const { stdout, stderr, code } = await runCommand(...node("console.log(1); console.error(2)"), {
    output: "dropped",
  });
  expect({ stdout, stderr, code }).toEqual({ stdout: "", stderr: "", code: 0 });
});

test("a command that does not exist is an error", async () => {
  await expect(runCommand("/nowhere/at/all", [])).rejects.toMatchObject({ code: "ENOENT" });
});

test("a failure of a command that must succeed says what could not be done, and what the command wrote", async () => {
  await expect(
    mustRun("it could not be built", ...node("console.error('line 3: no'); process.exit(2)")),
  ).rejects.toThrow(/^it could not be built \(exit code 2\):\nline 3: no$/);
});

test("a command over its time limit is stopped, and the error has what it wrote", async () => {
  const endless = startCommand(...node("console.log('here we go'); setInterval(() => 0, 1000)"), {
    timeoutMs: 1_000,
  });
  await expect(endless.done).rejects.toThrow(/ did not end within 1 s; it wrote:\nhere we go\n$/);
});

test("stopping a command ends those that it has started", async () => {
  const script =
    "const c = require('child_process').spawn(process.execPath, ['-e', 'console.log(process.pid); setInterval(() => 0, 1000)'], { stdio: 'inherit' }); setInterval(() => 0, 1000)";
  const parent = startCommand(...node(script));
  await until(() => parent.output().stdout.includes("\n"));
  await parent.stop();
  await parent.done;
  const started = Number(parent.output().stdout);
  await until(() => !isAlive(started));
});

test("a script that is asked to end ends the command that it runs, and goes on to say so", async () => {
  const script = `import { runCommand } from ${JSON.stringify(`${process.cwd()}/tools/process/run-command.ts`)};
    const { code } = await runCommand(process.execPath, ["-e", "console.log(process.pid); setInterval(() => 0, 1000)"], { output: "shown" });
    console.log("ended with", code);`;
  const parent = startCommand(process.execPath, ["--input-type=module-typescript", "-e", script]);
  await until(() => parent.output().stdout.includes("\n"));
  const started = Number(parent.output().stdout);
  process.kill(parent.pid ?? 0, "SIGTERM");
  expect(await parent.done).toMatchObject({ code: 0, stdout: `${started}\nended with 143\n` });
});
