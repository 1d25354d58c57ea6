import { expect, test } from "@jest/globals";
import type { ScopeArguments } from "../../../provider/contract/query.ts";
import type { Origin } from "../../../provider/errors/api-error.ts";
import { type CallScope, resolveScope, scopeProblems } from "../../../provider/listings/scope.ts";
import { shownProblem } from "../../../provider/messages/problem-text.ts";

const none: ScopeArguments = {};

const argument = (name: string): Origin => ({ kind: "argument", name });
const configured = (name: string): Origin => ({ kind: "configuration", name });
const byDefault = (name: string): Origin => ({ kind: "default", name });

test.each<[string, CallScope, ScopeArguments, [string, Origin], [string, Origin] | []]>([
  ["nothing is said", none, none, ["cn-wlcb", byDefault("region")], []],
  ["the provider names a region", none, { region: "cn-sh2" }, ["cn-sh2", configured("region")], []],
  [
    "the provider names a zone",
    none,
    { zone: "cn-sh2-02" },
    ["cn-sh2", configured("zone")],
    ["cn-sh2-02", configured("zone")],
  ],
  ["the call names a region", { region: "cn-bj2" }, { region: "cn-sh2" }, ["cn-bj2", argument("region")], []],
  [
    "the call names another region than the provider's zone",
    { region: "cn-bj2" },
    { zone: "cn-sh2-02" },
    ["cn-bj2", argument("region")],
    [],
  ],
  [
    "the call names the region of the provider's zone",
    { region: "cn-sh2" },
    { zone: "cn-sh2-02" },
    ["cn-sh2", argument("region")],
    ["cn-sh2-02", configured("zone")],
  ],
  [
    "the call names a zone",
    { zone: "cn-bj2-03" },
    { region: "cn-sh2", zone: "cn-sh2-01" },
    ["cn-bj2", argument("zone")],
    ["cn-bj2-03", argument("zone")],
  ],
  [
    "a pin was pinned in another region than the provider's",
    { pinnedRegion: "cn-bj2" },
    { region: "cn-sh2", zone: "cn-sh2-01" },
    ["cn-bj2", { kind: "pin", name: "region" }],
    [],
  ],
  [
    "a pin names another region than the one that it was pinned in",
    { pinnedRegion: "cn-bj2", region: "cn-sh2" },
    none,
    ["cn-sh2", argument("region")],
    [],
  ],
  [
    "a pin names a zone outside the region that it was pinned in",
    { pinnedRegion: "cn-bj2", zone: "cn-sh2-02" },
    none,
    ["cn-sh2", argument("zone")],
    ["cn-sh2-02", argument("zone")],
  ],
])("where to look when %s", (_, call, provider, [region, fromWhere], [zone, zoneFrom]) => {
  expect(resolveScope(call, provider)).toEqual({
    source: "platform",
    region,
    zone,
    projectId: undefined,
    origins: { source: byDefault("source"), region: fromWhere, zone: zoneFrom, projectId: undefined },
  });
});

test("the project of the call comes before the provider's", () => {
  expect(resolveScope({ projectId: "org-one" }, { projectId: "org-two" }).projectId).toBe("org-one");
  expect(resolveScope({}, { projectId: "org-two" }).projectId).toBe("org-two");
});

test("a zone outside the region beside it is a problem of the zone", () => {
  expect(scopeProblems({ region: "cn-wlcb", zone: "cn-wlcb-01" })).toEqual([]);
  expect(scopeProblems({ zone: "cn-sh2-01" })).toEqual([]);
  expect(scopeProblems({ region: "cn-wlcb", zone: "cn-sh2-01" }).map(shownProblem)).toEqual([
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
