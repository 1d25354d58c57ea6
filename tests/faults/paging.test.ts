import { afterAll } from "@jest/globals";
import { paging } from "../support/faults/scenarios/paging.ts";
import { testScenarios } from "../support/faults/test-scenarios.ts";
import { stopPlugins } from "../support/plugin/plugin.ts";

testScenarios(paging);

afterAll(stopPlugins);
