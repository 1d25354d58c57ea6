import { afterAll } from "@jest/globals";
import { stopPlugins } from "../support/plugin.ts";
import { transport } from "./catalogue/transport.ts";
import { testScenarios } from "./run-scenarios.ts";

testScenarios(transport);

afterAll(stopPlugins);
