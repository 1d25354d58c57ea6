const graceMs = 10_000;

/**
 * Jest calls this when the last test has ended. Something that a test left running would keep jest waiting for ever; it
 * is a failure instead. The timer itself keeps nothing running.
 */
export default function endRun(): void {
  const end = (): void => {
    process.stderr.write(
      `error: something that a test started still runs ${graceMs / 1000} s after the last test; \`npx jest --detectOpenHandles FILE\` says what\n`,
    );
    process.exit(1);
  };
  setTimeout(end, graceMs).unref();
}
