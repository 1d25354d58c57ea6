import { expect, test } from "@jest/globals";
import { ApiError } from "../../../provider/errors/api-error.ts";
import { type CallScope, resolveScope } from "../../../provider/listings/scope.ts";
import { nameRefusedPlaces } from "../../../provider/settings/name-refused-places.ts";
import { resolveSettings } from "../../../provider/settings/resolve-settings.ts";
import { retCodeMeaning } from "../../../provider/ucloud/ret-codes.ts";
import { gateway } from "../../support/lookup/gateway.ts";
import { rejectionOf, textOf } from "../../support/thrown.ts";

const never = new AbortController().signal;

/** What is read of a refusal of a parameter, or of a place by a code of its own. */
async function refusal(
  refused: string | number,
  call: CallScope,
  configuration: object = {},
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  const retCode = typeof refused === "number" ? refused : 230;
  const message = typeof refused === "number" ? "Refused" : `Params [${refused}] not available`;
  const error = new ApiError({
    action: "DescribeCompShareImages",
    retCode,
    message,
    requestId: undefined,
    meaning: retCodeMeaning(retCode, message),
  });
  const settings = resolveSettings(configuration, environment);
  const { catalogue } = gateway({ platform: error }).lookup();
  const named = nameRefusedPlaces(catalogue);
  return textOf(await rejectionOf(named.images(resolveScope(call, settings.scope), never)));
}

test.each<[string, Parameters<typeof refusal>, string]>([
  [
    "an argument",
    ["Region", { region: "cn-shanghai" }],
    '`region` "cn-shanghai" comes from the argument `region`; the closest known one is "cn-sh2".',
  ],
  [
    "the configuration",
    ["Region", {}, { region: "cn-wlbc" }],
    '`region` "cn-wlbc" comes from `compshare:region` of the provider\'s configuration; the closest known one is "cn-wlcb".',
  ],
  [
    "the environment",
    ["Region", {}, {}, { COMPSHARE_REGION: "us-den" }],
    '`region` "us-den" comes from COMPSHARE_REGION in the environment; known are "cn-wlcb", "cn-sh2", "cn-bj2".',
  ],
  [
    "the default",
    ["Region", {}],
    '`region` "cn-wlcb" comes from the default of `region`; known are "cn-wlcb", "cn-sh2", "cn-bj2".',
  ],
  [
    "the argument `zone`",
    ["Region", { zone: "cn-sh3-01" }],
    '`region` "cn-sh3" comes from the argument `zone`; the closest known one is "cn-sh2".',
  ],
  [
    "the argument `zone`, although the configuration names the same region",
    ["Region", { zone: "cn-sh3-01" }, { region: "cn-sh3" }],
    '`region` "cn-sh3" comes from the argument `zone`; the closest known one is "cn-sh2".',
  ],
  [
    "an argument that repeats the configuration",
    ["Region", { region: "cn-sh3" }, { region: "cn-sh3" }],
    '`region` "cn-sh3" comes from the argument `region`; the closest known one is "cn-sh2".',
  ],
  [
    "an argument that repeats the default",
    ["Region", { region: "cn-wlcb" }],
    '`region` "cn-wlcb" comes from the argument `region`; known are "cn-wlcb", "cn-sh2", "cn-bj2".',
  ],
  [
    "the environment's zone",
    ["Region", {}, {}, { COMPSHARE_ZONE: "cn-sh3-01" }],
    '`region` "cn-sh3" comes from COMPSHARE_ZONE in the environment; the closest known one is "cn-sh2".',
  ],
  [
    "an argument that repeats the environment",
    ["ProjectId", { projectId: "org-x" }, {}, { COMPSHARE_PROJECT_ID: "org-x" }],
    '`projectId` "org-x" comes from the argument `projectId`; check it.',
  ],
  [
    "an argument",
    ["Zone", { zone: "cn-sh2-09" }],
    '`zone` "cn-sh2-09" comes from the argument `zone`; check it.',
  ],
  [
    "the configuration",
    ["ProjectId", {}, { projectId: "org-x" }],
    '`projectId` "org-x" comes from `compshare:projectId` of the provider\'s configuration; check it.',
  ],
])("a refused place that comes from %s says so", async (_, given, text) => {
  expect(await refusal(...given)).toContain(text);
});

test.each<[number, Parameters<typeof refusal>, string]>([
  [
    292,
    [292, {}, {}, { COMPSHARE_PROJECT_ID: "org-x" }],
    'Refused. Set `projectId` to a project of this account; sub-accounts always need it. `projectId` "org-x" comes from COMPSHARE_PROJECT_ID in the environment; check it.',
  ],
  [292, [292, {}], "Refused. Set `projectId` to a project of this account; sub-accounts always need it."],
  [
    293,
    [293, { zone: "cn-wlcb-01" }],
    'Refused. The account has no permission in this `zone`. `zone` "cn-wlcb-01" comes from the argument `zone`; check it.',
  ],
])(
  "RetCode %i keeps its hint, and names the value and its origin where there is one",
  async (_, given, text) => {
    expect((await refusal(...given)).endsWith(text)).toBe(true);
  },
);
