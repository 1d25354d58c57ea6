import { afterAll } from "@jest/globals";
import { transport } from "../support/faults/scenarios/transport.ts";
import { testScenarios } from "../support/faults/test-scenarios.ts";
import { stopPlugins } from "../support/plugin/plugin.ts";

testScenarios(transport);

afterAll(stopPlugins);
