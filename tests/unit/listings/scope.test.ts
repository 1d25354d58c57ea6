import { expect, test } from "@jest/globals";
import type { ScopeArguments } from "../../../provider/contract/query.ts";
import { resolveScope, scopeProblems } from "../../../provider/listings/scope.ts";

const none: ScopeArguments = {};

test.each<[string, ScopeArguments, ScopeArguments, string, string | undefined]>([
  ["nothing is said", none, none, "cn-wlcb", undefined],
  ["the provider names a region", none, { region: "cn-sh2" }, "cn-sh2", undefined],
  ["the provider names a zone", none, { zone: "cn-sh2-02" }, "cn-sh2", "cn-sh2-02"],
  ["the call names a region", { region: "cn-bj2" }, { region: "cn-sh2" }, "cn-bj2", undefined],
  [
    "the call names another region than the provider's zone",
    { region: "cn-bj2" },
    { zone: "cn-sh2-02" },
    "cn-bj2",
    undefined,
  ],
  [
    "the call names the region of the provider's zone",
    { region: "cn-sh2" },
    { zone: "cn-sh2-02" },
    "cn-sh2",
    "cn-sh2-02",
  ],
  [
    "the call names a zone",
    { zone: "cn-bj2-03" },
    { region: "cn-sh2", zone: "cn-sh2-01" },
    "cn-bj2",
    "cn-bj2-03",
  ],
])("where to look when %s", (_, call, provider, region, zone) => {
  expect(resolveScope(call, provider)).toEqual({ source: "platform", region, zone, projectId: undefined });
});

test("the project of the call comes before the provider's", () => {
  expect(resolveScope({ projectId: "org-one" }, { projectId: "org-two" }).projectId).toBe("org-one");
  expect(resolveScope({}, { projectId: "org-two" }).projectId).toBe("org-two");
});

test("a zone outside the region beside it is a problem of the zone", () => {
  expect(scopeProblems({ region: "cn-wlcb", zone: "cn-wlcb-01" })).toEqual([]);
  expect(scopeProblems({ zone: "cn-sh2-01" })).toEqual([]);
  expect(scopeProblems({ region: "cn-wlcb", zone: "cn-sh2-01" })).toEqual([
    {
      property: "zone",
      reason:
        "`zone` must lie in `region`: cn-sh2-01 is a zone of cn-sh2, not of cn-wlcb; leave `region` out or change one of them",
    },
  ]);
});

test.each([
  ["platform, when nothing is said", {}, "platform"],
  ["every catalogue, when an ID is asked for", { id: "compshareImage-1minbz219ceq" }, "any"],
  [
    "the one that is named, also for an ID",
    { id: "compshareImage-1minbz219ceq", source: "custom" },
    "custom",
  ],
] as const)("the catalogue is %s", (_, call, source) => {
  expect(resolveScope(call, none).source).toBe(source);
});
