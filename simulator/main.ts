import { defaultCatalogue } from "./catalogue/catalogue.ts";
import { generateCatalogue } from "./catalogue/generate-catalogue.ts";
import { readCommandLine, usage } from "./command-line.ts";
import { logLine } from "./server/log-line.ts";
import { startSimulator } from "./simulator.ts";

/** What people read when it runs; stdout is for shells. */
function runningText(pid: number): string {
  return `CompShare simulator is running as process ${pid}; the keys are demo keys that only it knows. Ctrl-C or \`kill ${pid}\` ends it.
What a stack's configuration says of compshare comes before these variables. A stack of its own keeps that out:
  pulumi stack init simulator`;
}

async function main(): Promise<void> {
  const { help, port, latencyMs, quirks, images } = readCommandLine(process.argv.slice(2));
  if (help) {
    console.log(usage);
    return;
  }
  const simulator = await startSimulator({
    port,
    latencyMs,
    quirks,
    catalogue: images === undefined ? defaultCatalogue : generateCatalogue(images, 1),
    // Requests go to stderr, so that stdout holds the lines to paste and nothing else.
    onRequest: (request) => console.error(logLine(request)),
  });
  console.log(`export COMPSHARE_BASE_URL=${simulator.endpoint}`);
  console.log(`export COMPSHARE_PUBLIC_KEY=${simulator.publicKey}`);
  console.log(`export COMPSHARE_PRIVATE_KEY=${simulator.privateKey}`);
  console.error(runningText(process.pid));
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      void simulator.close().then(() => process.exit(0));
    });
  }
}

function complaint(error: unknown): unknown {
  if (error instanceof RangeError) return `${error.message}\nnpm run simulator -- --help shows every flag.`;
  const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  return taken ? "The port is taken. Choose another one, or leave --port out to get a free one." : error;
}

main().catch((error: unknown) => {
  console.error(complaint(error));
  process.exit(1);
});
