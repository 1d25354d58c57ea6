import { expect, test } from "@jest/globals";
import { ApiError } from "../../../provider/errors/api-error.ts";
import type { Category } from "../../../provider/errors/compshare-error.ts";
import { retCodeMeaning } from "../../../provider/ucloud/ret-codes.ts";
import { messageOf } from "../../support/thrown.ts";

/** What a refusal advises: all that stands behind CompShare's own words. */
function hintOf(retCode: number, message: string | undefined): string {
  const meaning = retCodeMeaning(retCode, message);
  const text = messageOf(new ApiError({ action: "A", retCode, message, requestId: undefined, meaning }));
  return text.slice(
    `A was refused with RetCode ${retCode}${message === undefined ? "" : `: ${message}`}. `.length,
  );
}

/** Codes that are about an argument although CompShare's own words name none. */
const refusedPlaces: ReadonlyMap<number, string> = new Map([
  [292, "projectId"],
  [293, "zone"],
]);

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
    const meaning = retCodeMeaning(retCode, undefined);
    expect([retCode, meaning.category]).toEqual([retCode, category]);
    expect(meaning).toMatchObject({ parameter: undefined, argument: refusedPlaces.get(retCode) });
    expect(hintOf(retCode, undefined)).toMatch(/^[A-Z].*\.$/);
  }
});

const keys =
  "Check for white space around the keys, that they were made at https://console.compshare.cn/uaccount/api_manage (keys of other UCloud gateways are refused here), and that both belong together.";
const bug = "This is a bug in the plugin; please report it.";

test.each([
  [171, "Signature VerifyAC Error", keys],
  [172, "User Not Exists", `The public key is unknown. ${keys}`],
  [292, "Project Not Exists", "Set `projectId` to a project of this account; sub-accounts always need it."],
  [293, "No permission", "The account has no permission in this `zone`."],
  [
    294,
    "IP refused",
    "The account refuses this machine's IP address; add it to the account's list of allowed addresses.",
  ],
  [153, "Too Many Requests", "Too many requests; retry later or run fewer deployments at once."],
  [150, "Service Unavailable", "CompShare is having trouble; retry later."],
  [230, "Params [Region] not available", "Check `region`, for example `cn-wlcb` or `cn-sh2`."],
  [230, "Params [Zone] not available", "Check `zone`, for example `cn-wlcb-01`."],
  [230, "Params [CompShareImageId] not available", "Check `id`."],
  [230, "Params [Limit] not available", bug],
  [230, "Params [Offset] not available", bug],
  [1234, "Params [Region] not available", "Look the code up in CompShare's list of error codes."],
  [230, "Params [Colour] not available", "CompShare does not accept the value."],
  [210, "Missing params [ProjectId]", "Check `projectId`; sub-accounts have to set it."],
  [210, "Missing params", "A parameter is missing; sub-accounts have to set `projectId`."],
  [160, "Missing Action", bug],
  [12_345, "?", "Look the code up in CompShare's list of error codes."],
])("RetCode %i %j gets its hint", (retCode, message, hint) => {
  expect(hintOf(retCode, message)).toBe(hint);
});

test.each([
  [230, "Params [Region] not available", "Region", "region"],
  [
    230,
    "Params [api.DescribeCompShareImages.Request.CompShareImageId] not available",
    "CompShareImageId",
    "id",
  ],
  [220, "Params [api.DescribeCommunityImages.Request.Name.0] out of range", "Name", "name"],
  [280, "Params [Author] bad format", "Author", "author"],
  [280, "Params [Author.10] bad format", "Author", "author"],
  [1234, "Params [Region] not available", "Region", undefined],
  [230, "Params [Limit] not available", "Limit", undefined],
  [230, "Params [Request.Colour] not available", "Colour", undefined],
  [171, "Params [Region] not available", "Region", undefined],
  [8039, "Resource not exist [compshareImage-1minbz219ceq]", undefined, undefined],
  [230, "Params [] not available", undefined, undefined],
  [230, "Params [7] not available", undefined, undefined],
])("RetCode %i %j names the parameter %j, which comes from %j", (retCode, message, parameter, argument) => {
  expect(retCodeMeaning(retCode, message)).toMatchObject({ parameter, argument });
});

test.each([171, 172, 174])("RetCode %i refuses the keys, whatever is asked", (retCode) => {
  expect(retCodeMeaning(retCode, "").refusesKeys).toBe(true);
});

test.each([170, 230, 240, 292, 293, 294, 295, 299, 8226, 8039, 5])(
  "RetCode %i says nothing about the keys of another call",
  (retCode) => {
    expect(retCodeMeaning(retCode, "").refusesKeys).toBe(false);
  },
);

test.each([
  [8039, "Resource not exist [a]", true],
  [8351, "", true],
  [230, "Params [CompShareImageId] not available", true],
  [230, "Params [api.DescribeCompShareImages.Request.CompShareImageId] not available", true],
  [280, "Params [CompShareImageId] bad format", true],
  [210, "Missing params [CompShareImageId]", false],
  [230, "Params [Region] not available", false],
  [171, "[CompShareImageId]", false],
  [150, "", false],
])("RetCode %i %j means that there is no such image: %s", (retCode, message, noSuchImage) => {
  expect(retCodeMeaning(retCode, message).noSuchImage).toBe(noSuchImage);
});

test.each(["constructor", "toString", "__proto__", "hasOwnProperty"])(
  "a parameter called %s is only an unknown one",
  (name) => {
    const message = `Params [${name}] not available`;
    expect(retCodeMeaning(230, message)).toMatchObject({
      category: "caller",
      parameter: name,
      argument: undefined,
    });
    expect(hintOf(230, message)).toBe("CompShare does not accept the value.");
  },
);
