import { isStartedAs, runTool } from "../tools/engine/failure.ts";
import { runBundled } from "./run-bundled.ts";

if (isStartedAs("reliability.ts")) runTool(() => runBundled("bench/reliability/main.ts"));
