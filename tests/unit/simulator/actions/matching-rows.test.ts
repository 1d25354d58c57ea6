import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type Simulator, startSimulator } from "../../../../simulator/simulator.ts";
import { call } from "../../../support/simulator/call-simulator.ts";

let simulator: Simulator;

beforeEach(async () => {
  simulator = await startSimulator();
});

afterEach(() => simulator.close());

test.each([
  ["DescribeCompShareImages", "Name", "cuda128_torch291", 1],
  ["DescribeCompShareImages", "Author", "优云智算", 11],
  ["DescribeCompShareImages", "Author", "优云", 0],
  ["DescribeCommunityImages", "Name", "Talking", 1],
  ["DescribeCommunityImages", "Author", "与AI同行", 3],
  ["DescribeCommunityImages", "Author", "AI同行", 0],
])(
  "%s takes part of a name but only a whole author: %s=%s matches %i",
  async (Action, name, value, count) => {
    expect(await call(simulator, { Action, [name]: value })).toMatchObject({ RetCode: 0, TotalCount: count });
  },
);

test.each(["DescribeCompShareCustomImages", "DescribeCompShareSharingImages"])(
  "%s filters neither by name nor by author",
  async (Action) => {
    const { TotalCount } = await call(simulator, { Action });
    for (const filter of [{ Name: "nobody" }, { Author: "nobody" }])
      expect(await call(simulator, { Action, ...filter })).toMatchObject({ TotalCount });
  },
);
