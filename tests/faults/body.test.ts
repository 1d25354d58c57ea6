import { afterAll } from "@jest/globals";
import { stopPlugins } from "../support/plugin.ts";
import { body } from "./catalogue/body.ts";
import { testScenarios } from "./run-scenarios.ts";

testScenarios(body);

afterAll(stopPlugins);
