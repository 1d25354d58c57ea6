import { afterAll } from "@jest/globals";
import { retCodes } from "../support/faults/scenarios/ret-codes.ts";
import { testScenarios } from "../support/faults/test-scenarios.ts";
import { stopPlugins } from "../support/plugin/plugin.ts";

testScenarios(retCodes);

afterAll(stopPlugins);
