import { afterAll } from "@jest/globals";
import { stopPlugins } from "../support/plugin.ts";
import { httpStatus } from "./catalogue/http-status.ts";
import { testScenarios } from "./run-scenarios.ts";

testScenarios(httpStatus);

afterAll(stopPlugins);
