import { expect, test } from "@jest/globals";
import type { Image } from "../../provider/contract/image.ts";
import { generateCatalogue } from "../../simulator/catalogue/generate-catalogue.ts";
import { openCatalogue, scope } from "../support/listings/open-catalogue.ts";
import { byId, listed, useSimulators } from "../support/listings/simulated.ts";
import { generateCommunity } from "../support/simulator/generate-community.ts";

const never = new AbortController().signal;
const start = useSimulators();

const wholeWalk = 151;

test("a large catalogue is filtered by the server for an exact name, with the same result", async () => {
  const simulator = await start({ catalogue: generateCatalogue(20_000, 1) });
  const all = await listed(simulator, "platform");
  expect(simulator.requests).toHaveLength(wholeWalk);
  for (const name of ["torch_image_12345", "system_image_16", "nothing"]) {
    simulator.resetRequests();
    const filtered = await openCatalogue(simulator).search(scope, { name }, never);
    expect(simulator.requests.length).toBeLessThanOrEqual(4);
    expect(filtered.complete).toBe(false);
    const exact = (images: readonly Image[]) => byId(images.filter((image) => image.name === name));
    expect(exact(filtered.images)).toEqual(exact(all));
    const wide = await openCatalogue(simulator).search({ ...scope, source: "any" }, { name }, never);
    expect(simulator.requests.length).toBeLessThanOrEqual(16);
    expect(exact(wide.images)).toEqual(exact(all));
  }
}, 30_000);

test("eight searches are filtered by the server, then the whole catalogue is read once for all that follow", async () => {
  const simulator = await start({ catalogue: generateCatalogue(20_000, 1) });
  const catalogue = openCatalogue(simulator);
  const costs: number[] = [];
  for (let index = 0; index < 10; index += 1) {
    simulator.resetRequests();
    const name = `system_image_${8000 + index * 8}`;
    const { images } = await catalogue.search(scope, { name }, never);
    expect(images.filter((image) => image.name === name)).toHaveLength(1);
    costs.push(simulator.requests.length);
  }
  // The first search reads the first page to learn how large the catalogue is, and each one an empty page as the end.
  expect(costs).toEqual([3, 2, 2, 2, 2, 2, 2, 2, wholeWalk, 0]);
}, 30_000);

test("of 200 different searches at once eight are filtered by the server, and the others read the catalogue together", async () => {
  const simulator = await start({ catalogue: generateCatalogue(20_000, 1) });
  const catalogue = openCatalogue(simulator);
  const names = Array.from({ length: 200 }, (_, index) => `system_image_${8000 + index * 8}`);
  const found = await Promise.all(
    names.map(async (name) => (await catalogue.search(scope, { name }, never)).images),
  );
  expect(found.map((images, index) => images.filter(({ name }) => name === names[index]).length)).toEqual(
    names.map(() => 1),
  );
  // A page and the empty one after it for each of the eight.
  expect(simulator.requests).toHaveLength(8 * 2 + wholeWalk);
}, 30_000);

test("a large community catalogue is filtered by the server for an author, with the same result", async () => {
  const simulator = await start({ listings: { community: generateCommunity(5000, 1) } });
  const place = { ...scope, source: "community" as const };
  const all = await listed(simulator, "community");
  expect(all).toHaveLength(5000);
  simulator.resetRequests();
  const found = await openCatalogue(simulator).search(place, { author: "author-7" }, never);
  expect([found.complete, simulator.requests.length <= 4]).toEqual([false, true]);
  const exact = (rows: readonly Image[]) => byId(rows.filter(({ author }) => author === "author-7"));
  expect(exact(found.images).length).toBeGreaterThan(0);
  expect(exact(found.images)).toEqual(exact(all));
});

test("a large community catalogue is read whole for a name, which may be that of a group", async () => {
  const simulator = await start({ listings: { community: generateCommunity(5000, 1) } });
  const place = { ...scope, source: "community" as const };
  const { images, complete } = await openCatalogue(simulator).search(place, { name: "nothing" }, never);
  expect([complete, images.length]).toEqual([true, 5000]);
});
