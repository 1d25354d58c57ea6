import { runBundled } from "./bench.ts";
import { isStartedAs, runTool } from "./engine/failure.ts";

if (isStartedAs("reliability.ts")) runTool(() => runBundled("tools/reliability/main.ts"));
