import { afterAll } from "@jest/globals";
import { stopPlugins } from "../support/plugin.ts";
import { schema } from "./catalogue/schema.ts";
import { testScenarios } from "./run-scenarios.ts";

testScenarios(schema);

afterAll(stopPlugins);
