import { afterAll } from "@jest/globals";
import { body } from "../support/faults/scenarios/body.ts";
import { testScenarios } from "../support/faults/test-scenarios.ts";
import { stopPlugins } from "../support/plugin/plugin.ts";

testScenarios(body);

afterAll(stopPlugins);
