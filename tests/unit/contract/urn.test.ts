import { expect, test } from "@jest/globals";
import { readUrn } from "../../../provider/contract/urn.ts";

test("a URN names the resource's own type without its parents', and a name that may hold the separator", () => {
  expect(
    readUrn("urn:pulumi:dev::shop::my:component:Cluster$compshare:index:ImagePin::team::base$1"),
  ).toEqual({ stack: "dev", project: "shop", type: "compshare:index:ImagePin", name: "team::base$1" });
});

test.each(["", "base", "urn:pulumi:dev::shop::compshare:index:ImagePin", "dev::shop::type::name"])(
  "%j is no URN",
  (text) => {
    expect(readUrn(text)).toBeUndefined();
  },
);
