import { isStartedAs, runTool } from "../tools/engine/failure.ts";
import { runBundled } from "./run-bundled.ts";

if (isStartedAs("speed.ts")) runTool(() => runBundled("bench/speed/main.ts"));
