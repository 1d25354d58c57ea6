import { expect, test } from "@jest/globals";
import { inputsOf } from "../../../cli/read-configuration.ts";

test("of a stack's configuration the keys of compshare count, by the contract's names", () => {
  const printed = {
    "compshare:region": { value: "cn-sh2", secret: false },
    "compshare:privateKey": { value: "private", secret: true },
    "compshare:unknown": { value: "x" },
    "other:region": { value: "nowhere" },
    "compshare:zone": "no object",
  };
  expect(inputsOf(JSON.stringify(printed))).toEqual({ region: "cn-sh2", privateKey: "private" });
});

test.each(["", "warning: config", "[]", "null", '"text"', '{"compshare:region":'])(
  "%j is no configuration of a stack",
  (printed) => {
    expect(inputsOf(printed)).toBeUndefined();
  },
);
