import { expect, test } from "@jest/globals";
import { readAll } from "../../../provider/listings/read-source.ts";
import type { Client } from "../../../provider/ucloud/client.ts";
import { oddMembers } from "../../../provider/ucloud/odd-members.ts";
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

test.each([0, false])("a version whose name is %j has an unknown one, and not its group's", async (name) => {
  const client = community([[group("g", version("a", { Name: name }))]]);
  const { images } = await readAll(client, "community", scope, limits);
  expect(images).toMatchObject([{ id: "a", name: "" }]);
  expect(images.map(oddMembers)).toEqual([["name"]]);
});

test("a version without an ID fails the listing and is named", async () => {
  const read = readAll(community([[group("g", { Name: "a" })]]), "community", scope, limits);
  expect(await rejectionOf(read)).toMatchObject({ facts: { path: "group 0: Data[0].CompShareImageId" } });
});

test("what a group says in another type is unknown of its images alone", async () => {
  const odd = {
    GroupId: "g",
    ImageName: 5,
    ImageDesc: ["d"],
    Status: 1,
    Data: [{ CompShareImageId: "a" }, version("b")],
  };
  const { images } = await readAll(community([[odd]]), "community", scope, limits);
  expect(images.map(({ id, status }) => [id, status])).toEqual([
    ["a", undefined],
    ["b", "Available"],
  ]);
  expect(images.map(oddMembers)).toEqual([
    ["name", "status", "description", "groupName"],
    ["description", "groupName"],
  ]);
});
