import { expect, test } from "@jest/globals";
import type { Filters } from "../../../provider/contract/query.ts";
import { funnelOf } from "../../../provider/lookup/explain-none.ts";
import { shelf, wanted } from "../../support/lookup/shelf.ts";

test("each filter of a query counts what it leaves of what the ones before it have left, until nothing is left", () => {
  const funnel = (filters: Partial<Filters>) => funnelOf({ filters: wanted(filters), images: shelf });
  expect(funnel({ author: "UCloud", tags: ["pytorch"] })).toEqual([
    { argument: "author", left: 6, unspecified: 0 },
    { argument: "tags", left: 2, unspecified: 2 },
    { argument: "statuses", left: 2, unspecified: 0 },
  ]);
  expect(funnel({ author: "nobody", tags: ["pytorch"] })).toEqual([
    { argument: "author", left: 0, unspecified: 0 },
  ]);
});
