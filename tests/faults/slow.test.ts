import { afterAll } from "@jest/globals";
import { stopPlugins } from "../support/plugin.ts";
import { slow } from "./catalogue/slow.ts";
import { testScenarios } from "./run-scenarios.ts";

// They wait for 20 s and do nothing else.
testScenarios(slow, slow.length);

afterAll(stopPlugins);
