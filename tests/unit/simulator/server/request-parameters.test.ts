import { expect, test } from "@jest/globals";
import {
  flattenedParameters,
  numberText,
  readParameters,
} from "../../../../simulator/server/request-parameters.ts";

test.each([
  [42, "42"],
  [-7, "-7"],
  [0.5, "0.5"],
  [9007199254740991, "9007199254740991"],
  [1e21, "1000000000000000000000"],
  [1e-7, "0.0000001"],
  [-2.5e-9, "-0.0000000025"],
])("the number %p is written %s", (value, text) => {
  expect(numberText(value)).toBe(text);
});

test("lists and objects become dotted names and null is left out", () => {
  const request = {
    Tag: ["a", "b"],
    Disks: [{ IsBoot: true, Size: 20 }],
    Sort: { Field: "PubTime" },
    Zone: null,
  };
  expect(Object.fromEntries(flattenedParameters(request))).toEqual({
    "Tag.0": "a",
    "Tag.1": "b",
    "Disks.0.IsBoot": "true",
    "Disks.0.Size": "20",
    "Sort.Field": "PubTime",
  });
});

const query = new URLSearchParams("Action=FromQuery&Zone=z");

test("the body wins over the query, and both count", () => {
  const contentType = "application/x-www-form-urlencoded";
  const parameters = readParameters({ query, contentType, body: "Action=FromBody&Name=a+b%2Bc" });
  expect(Object.fromEntries(parameters)).toEqual({ Action: "FromBody", Zone: "z", Name: "a b+c" });
});

test.each(["", "{", "[1]", "null", '"text"'])("the JSON body %p has no parameters", (body) => {
  const parameters = readParameters({ query, contentType: "application/json", body });
  expect([...parameters.keys()]).toEqual(["Action", "Zone"]);
});
