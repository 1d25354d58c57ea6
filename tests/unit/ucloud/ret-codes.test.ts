import { expect, test } from "@jest/globals";
import type { Category } from "../../../provider/errors/compshare-error.ts";
import { retCodeFact } from "../../../provider/ucloud/ret-codes.ts";

test.each<[Category, readonly number[]]>([
  ["transient", [110, 120, 130, 150, 8421, 8433, 8434, 8438, 8498, 8510, 8520, 8580]],
  ["throttled", [153, 8441, 226619]],
  ["access", [171, 172, 174, 240, 292, 293, 294, 295, 299, 8226, 226606]],
  ["caller", [210, 220, 230, 280, 8039, 8351, 8401]],
  ["internal", [160, 161, 170]],
  ["retryOnce", [2000, 8017, 8090, 8097, 8102, 8108, 8117, 8366, 8367, 8372, 226601, 226644, 999_999]],
  ["caller", [1, 152, 520, 1999, -1, -171]],
])("%s: RetCodes %p", (category, retCodes) => {
  for (const retCode of retCodes) {
    const fact = retCodeFact(retCode, undefined);
    expect([retCode, fact.category]).toEqual([retCode, category]);
    expect(fact.hint).toMatch(/^[A-Z].*\.$/);
    expect(fact.parameter).toBeUndefined();
  }
});

const keys =
  "Check for white space around the keys, that they were made at https://console.compshare.cn/uaccount/api_manage (keys of other UCloud gateways are refused here), and that both belong together.";
const bug = "This is a bug in the plugin; please report it.";

test.each([
  [171, "Signature VerifyAC Error", keys],
  [172, "User Not Exists", `The public key is unknown. ${keys}`],
  [292, "Project Not Exists", "Set `projectId` to a project of this account; sub-accounts always need it."],
  [
    294,
    "IP refused",
    "The account refuses this machine's IP address; add it to the account's list of allowed addresses.",
  ],
  [153, "Too Many Requests", "Too many requests; try again later or run fewer deployments at once."],
  [150, "Service Unavailable", "CompShare is having trouble; try again later."],
  [230, "Params [Region] not available", "Check `region`, for example `cn-wlcb` or `cn-sh2`."],
  [230, "Params [Zone] not available", "Check `zone`, for example `cn-wlcb-01`."],
  [230, "Params [CompShareImageId] not available", "Check `id`."],
  [230, "Params [Limit] not available", bug],
  [230, "Params [Colour] not available", "CompShare does not accept the value."],
  [210, "Missing params [ProjectId]", "Check `projectId`; sub-accounts have to set it."],
  [210, "Missing params", "A parameter is missing; sub-accounts have to set `projectId`."],
  [160, "Missing Action", bug],
  [12_345, "?", "Look the code up in CompShare's list of error codes."],
])("RetCode %i %j gets its hint", (retCode, message, hint) => {
  expect(retCodeFact(retCode, message).hint).toBe(hint);
});

test("the parameter that a refusal names is kept by its wire name", () => {
  expect(retCodeFact(230, "Params [Region] not available").parameter).toBe("Region");
  expect(retCodeFact(171, "Params [Region] not available").parameter).toBe("Region");
  expect(retCodeFact(8039, "Resource not exist [compshareImage-1minbz219ceq]").parameter).toBeUndefined();
});

test.each(["constructor", "toString", "__proto__", "hasOwnProperty"])(
  "a parameter called %s is only an unknown one",
  (name) => {
    expect(retCodeFact(230, `Params [${name}] not available`)).toEqual({
      category: "caller",
      hint: "CompShare does not accept the value.",
      parameter: name,
    });
  },
);
