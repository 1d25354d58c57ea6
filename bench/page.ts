import { isStartedAs, runTool } from "../tools/engine/failure.ts";
import { runBundled } from "./run-bundled.ts";

if (isStartedAs("page.ts")) runTool(() => runBundled("bench/page/main.ts"));
