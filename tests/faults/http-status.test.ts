import { afterAll } from "@jest/globals";
import { httpStatus } from "../support/faults/scenarios/http-status.ts";
import { testScenarios } from "../support/faults/test-scenarios.ts";
import { stopPlugins } from "../support/plugin/plugin.ts";

testScenarios(httpStatus);

afterAll(stopPlugins);
