import { afterAll } from "@jest/globals";
import { stopPlugins } from "../support/plugin.ts";
import { slow } from "./catalogue/slow.ts";
import { testScenarios } from "./run-scenarios.ts";

testScenarios(slow);

afterAll(stopPlugins);
