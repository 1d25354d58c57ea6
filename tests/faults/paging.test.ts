import { afterAll } from "@jest/globals";
import { stopPlugins } from "../support/plugin.ts";
import { paging } from "./catalogue/paging.ts";
import { testScenarios } from "./run-scenarios.ts";

testScenarios(paging);

afterAll(stopPlugins);
