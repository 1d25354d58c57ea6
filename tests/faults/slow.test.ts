import { afterAll } from "@jest/globals";
import { slow } from "../support/faults/scenarios/slow.ts";
import { testScenarios } from "../support/faults/test-scenarios.ts";
import { stopPlugins } from "../support/plugin/plugin.ts";

// They wait for 20 s and do nothing else.
testScenarios(slow, slow.length);

afterAll(stopPlugins);
