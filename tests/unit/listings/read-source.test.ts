import { expect, test } from "@jest/globals";
import { readAll } from "../../../provider/listings/read-source.ts";
import type { Client } from "../../../provider/ucloud/client.ts";
import { scope } from "../../support/listings/open-catalogue.ts";
import { rejectionOf } from "../../support/thrown.ts";
import { clientOver } from "../../support/ucloud/client-parts.ts";

const limits = { deadline: 1000, signal: new AbortController().signal };

/** A gateway whose community catalogue has these pages. */
function community(pages: readonly (readonly object[])[], total = pages.flat().length): Client {
  const rows = (page: number) => pages[page] ?? [];
  const starts = pages.map((_, page) => pages.slice(0, page).flat().length);
  return clientOver(({ request }) => ({
    CompshareImageGroup: rows(starts.indexOf(Number(request["offset"]))),
    TotalCount: total,
  }));
}

function version(id: string, more: object = {}): object {
  return { CompShareImageId: id, Name: `name of ${id}`, Status: "Available", ...more };
}

function group(GroupId: string | undefined, ...Data: object[]): object {
  return { GroupId, ImageName: "ComfyUI", ImageDesc: "draws", Data };
}

async function idsOf(client: Client): Promise<string[]> {
  return (await readAll(client, "community", scope, limits)).images.map(({ id }) => id).sort();
}

test.each([
  ["on one page", [[group("g", version("a"), version("b")), group("g", version("c"))]]],
  ["on two pages", [[group("g", version("a"), version("b"))], [group("g", version("c"))]]],
  ["without a GroupId", [[group(undefined, version("a"), version("b"))], [group(undefined, version("c"))]]],
])("a group that comes in parts %s keeps all of its images", async (_case, pages) => {
  expect(await idsOf(community(pages))).toEqual(["a", "b", "c"]);
});

test("a group that comes twice is one, in whatever order its images are", async () => {
  const pages = [
    [group("g", version("a"), version("b")), group("g", version("b"), version("a"))],
    [group("h", version("c"))],
  ];
  expect(await idsOf(community(pages, 2))).toEqual(["a", "b", "c"]);
});

test("a version whose name and description are empty has those of its group", async () => {
  const nameless = version("a", { Name: "", Description: "" });
  const { images } = await readAll(community([[group("g", nameless)]]), "community", scope, limits);
  expect(images[0]).toMatchObject({ name: "ComfyUI", description: "draws" });
});

test.each([
  ["its group's", { GroupId: "", Status: "" }, "Offline", "g"],
  ["its group's", { GroupId: null, Status: null }, "Offline", "g"],
  ["its own", { GroupId: "own", Status: "Available" }, "Available", "own"],
])("a version has %s state and group with %j", async (_, row, status, groupId) => {
  const pages = [[{ ...group("g", version("a", row)), Status: "Offline" }]];
  const { images } = await readAll(community(pages), "community", scope, limits);
  expect(images[0]).toMatchObject({ status, groupId, name: "name of a", groupName: "ComfyUI" });
});

test.each([0, false])("a version whose name is %j has none of the documented kind", async (name) => {
  const read = readAll(community([[group("g", version("a", { Name: name }))]]), "community", scope, limits);
  expect(await rejectionOf(read)).toMatchObject({ facts: { path: "group 0: Data[0].Name" } });
});
