import { afterAll } from "@jest/globals";
import { stopPlugins } from "../support/plugin.ts";
import { retCodes } from "./catalogue/ret-codes.ts";
import { testScenarios } from "./run-scenarios.ts";

testScenarios(retCodes);

afterAll(stopPlugins);
