import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { defaultCatalogue, defaultListings } from "./catalogue/catalogue.ts";
import { type Random, seededRandom } from "./catalogue/seeded-random.ts";
import type { Quirks } from "./quirks/quirks.ts";
import type { RecordedRequest } from "./server/request-log.ts";
import { createRequestListener } from "./server/serve-request.ts";
import { demoPrivateKey, demoProjectId, demoPublicKey } from "./state/demo-account.ts";
import type { ImageRow } from "./state/image-row.ts";
import type { Listings } from "./state/sources.ts";
import { createWorld, type SimulatorControl } from "./state/world.ts";

/** How a simulator starts; everything may be left out. */
export interface SimulatorOptions {
  /**
   * Port on 127.0.0.1; 0 takes a free one.
   * @default 0
   */
  readonly port?: number;
  /**
   * The one public key that it knows.
   * @default the public key of the demo account
   */
  readonly publicKey?: string;
  /**
   * The private key that requests must be signed with.
   * @default the private key of the demo account
   */
  readonly privateKey?: string;
  /**
   * The one project that the account has.
   * @default "org-demo01"
   */
  readonly projectId?: string;
  /**
   * Platform images to start with; the array is not changed.
   * @default the 72 images of `defaultCatalogue`
   */
  readonly catalogue?: readonly ImageRow[];
  /**
   * Images of the other listings to start with; the arrays are not changed.
   * @default those of `defaultListings`
   */
  readonly listings?: Partial<Omit<Listings, "platform">>;
  /**
   * Where it departs from the live behaviour.
   * @default none
   */
  readonly quirks?: Partial<Quirks>;
  /**
   * How long each response takes, in milliseconds.
   * @default 0
   */
  readonly latencyMs?: number;
  /**
   * Source of random numbers, for faults by chance and shuffled pages.
   * @default seeded, so that runs repeat
   */
  readonly random?: Random;
  /**
   * Current time in milliseconds, for the records.
   * @default Date.now
   */
  readonly clock?: () => number;
  /**
   * Called when a request has ended, with a response or without.
   * @default nothing
   */
  readonly onRequest?: (request: RecordedRequest) => void;
}

/** A running simulator. */
export interface Simulator extends SimulatorControl {
  /** Base URL, such as `http://127.0.0.1:40404`. */
  readonly endpoint: string;
  readonly publicKey: string;
  readonly privateKey: string;
  readonly projectId: string;
  /** Stops listening and destroys every open connection. */
  readonly close: () => Promise<void>;
}

async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}

/** Starts a simulator of the CompShare gateway on 127.0.0.1. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const account = {
    publicKey: options.publicKey ?? demoPublicKey,
    privateKey: options.privateKey ?? demoPrivateKey,
    projectId: options.projectId ?? demoProjectId,
  };
  const server = createServer();
  // Clients keep their connections between tests; a server that closes them first looks like a fault.
  server.keepAliveTimeout = 60_000;
  const world = createWorld({
    server,
    account,
    listings: {
      ...defaultListings,
      ...options.listings,
      platform: options.catalogue ?? defaultCatalogue,
    },
    quirks: options.quirks ?? {},
    latencyMs: options.latencyMs ?? 0,
    random: options.random ?? seededRandom(20_260_722),
    clock: options.clock ?? Date.now,
    onRequest: options.onRequest ?? (() => undefined),
  });
  server.on("request", createRequestListener(world));
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const facts = { endpoint: `http://127.0.0.1:${port}`, ...account, close: () => closeServer(server) };
  return Object.assign(world.control, facts);
}
