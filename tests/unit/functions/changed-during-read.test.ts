import { expect, test } from "@jest/globals";
import { createCatalogue } from "../../../provider/listings/catalogue.ts";
import { runFunction } from "../../support/functions/run-function.ts";
import { quietContext } from "../../support/listings/open-catalogue.ts";
import { clientOver } from "../../support/ucloud/client-parts.ts";

const warning = "the catalogue changed both times that it was read; an image may be missing or out of date";

/** Asks a gateway whose number of rows is another one on every page. */
async function ask(name: "getCompShareImage" | "getCompShareImages", inputs: object) {
  const told: string[] = [];
  let pages = 0;
  const client = clientOver(({ request }) => {
    const [first, second] = ["a", "b"].map((id) => ({ CompShareImageId: id, Name: id, Status: "Available" }));
    pages += 1;
    return {
      ImageSet: [[first], [second]][Number(request["offset"])] ?? [],
      TotalCount: pages % 2 === 0 ? 1 : 2,
    };
  });
  const catalogue = createCatalogue({
    connect: () => Promise.resolve(client),
    now: () => 0,
    timeoutMs: 1000,
    cacheMs: 1000,
  });
  const context = { ...quietContext, catalogue, scope: {}, warn: (text: string) => void told.push(text) };
  const answer = await runFunction(name, { ...inputs }, () => context, new AbortController().signal);
  return { answer, told };
}

test("a list that may lack an image says so in its selection and on the terminal", async () => {
  const { answer, told } = await ask("getCompShareImages", {});
  expect(answer).toMatchObject({ ids: ["a", "b"], selection: { warnings: [warning] } });
  expect(told).toEqual([warning]);
});

test("an image that is chosen from a list that may lack one says so", async () => {
  const { answer, told } = await ask("getCompShareImage", { name: "a" });
  expect(answer).toMatchObject({ id: "a", selection: { warnings: [warning] } });
  expect(told).toEqual([`"a" a: ${warning}`]);
});

test("a search that finds nothing in a list that may lack an image says so", async () => {
  const { answer } = await ask("getCompShareImage", { name: "c", ifMissing: "empty" });
  expect(answer).toMatchObject({ found: false, selection: { warnings: [warning] } });
});
