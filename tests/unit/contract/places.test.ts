import { expect, test } from "@jest/globals";
import * as z from "zod/mini";
import { regionName, zoneName } from "../../../provider/contract/query.ts";

test.each(["cn-wlcb", "cn-sh2", "hk", "sg", "us-ca", "afr-nigeria", "jpn-tky"])(
  "%s is a region's name",
  (name) => {
    expect(z.safeParse(regionName(), name).success).toBe(true);
  },
);

test.each(["cn-wlcb-01", "hk-02", "sg-02", "us-ca-01"])("%s is a zone's name", (name) => {
  expect(z.safeParse(zoneName(), name).success).toBe(true);
});

test.each(["", "CN-WLCB", "cn wlcb", "-cn", "cn-", "2cn", "cn--wlcb", "cn_wlcb"])(
  "%j is neither a region's nor a zone's name",
  (name) => {
    expect(z.safeParse(regionName(), name).success).toBe(false);
    expect(z.safeParse(zoneName(), name).success).toBe(false);
  },
);

test.each(["hk", "cn-wlcb", "hk-2", "02"])("%s is no zone's name", (name) => {
  expect(z.safeParse(zoneName(), name).success).toBe(false);
});
