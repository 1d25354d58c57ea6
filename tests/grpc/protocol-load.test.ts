import { expect, test } from "@jest/globals";
import { generateCatalogue } from "../../simulator/catalogue/generate-catalogue.ts";
import {
  configureOver,
  connectTo,
  frame,
  openCall,
  rawCall,
  resultOf,
  statusIn,
} from "../support/grpc/raw-call.ts";
import { useSession } from "../support/grpc/use-session.ts";
import { account, invokeRequest } from "../support/plugin/plugin-calls.ts";

const world = useSession({ catalogue: generateCatalogue(5000, 3) });

/** The plugin still answers on this connection. */
async function expectAlive(): Promise<void> {
  expect(statusIn(await rawCall(world.session))).toBe(0);
}

const listing = frame(invokeRequest("getCompShareImages", {}).serializeBinary());

test("50 large calls that are cancelled while they are answered leave the plugin as it was", async () => {
  await configureOver(world.session, account(world.simulator));
  const streams = Array.from({ length: 50 }, () => {
    const stream = openCall(world.session, { method: "Invoke" });
    stream.end(listing);
    return stream;
  });
  const ends = streams.map(resultOf);
  await Promise.race(streams.map((stream) => new Promise((resolve) => stream.once("data", resolve))));
  for (const stream of streams) stream.close(8);
  await Promise.all(ends);
  await expectAlive();
}, 30_000);

test("3,000 calls that are reset at once do not cost their connection", async () => {
  for (let batch = 0; batch < 30; batch += 1) {
    const streams = Array.from({ length: 100 }, () => openCall(world.session, { method: "Invoke" }));
    const ends = streams.map(resultOf);
    for (const stream of streams) stream.close(8);
    await Promise.all(ends);
  }
  expect(world.session.destroyed).toBe(false);
  await expectAlive();
}, 30_000);

test("2,000 calls at once on one connection are all answered", async () => {
  const results = await Promise.all(Array.from({ length: 2000 }, () => rawCall(world.session)));
  expect(results.filter((result) => statusIn(result) !== 0)).toEqual([]);
}, 30_000);

test("40 connections at once are all answered", async () => {
  const sessions = Array.from({ length: 40 }, () => connectTo(world.plugin));
  const results = await Promise.all(sessions.map((one) => rawCall(one)));
  expect(results.map(statusIn)).toEqual(Array(40).fill(0));
  for (const one of sessions) one.destroy();
});
