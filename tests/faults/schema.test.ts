import { afterAll } from "@jest/globals";
import { schema } from "../support/faults/scenarios/schema.ts";
import { testScenarios } from "../support/faults/test-scenarios.ts";
import { stopPlugins } from "../support/plugin/plugin.ts";

testScenarios(schema);

afterAll(stopPlugins);
