import type { Server } from "node:http";
import { createRowWriter, type RowWriter } from "../actions/row-text.ts";
import type { Random } from "../catalogue/seeded-random.ts";
import type { Quirks } from "../quirks/quirks.ts";
import { checkedQuirks, liveQuirks } from "../quirks/read-quirks.ts";
import { type Connections, countConnections } from "../server/connections.ts";
import type { Account } from "../server/gateway.ts";
import { createRequestLog, type RecordedRequest, type RequestLog } from "../server/request-log.ts";
import type { Fault } from "./fault.ts";
import { createFaultPlan, type FaultPlan, type RequestPattern } from "./fault-plan.ts";
import type { ImageRow } from "./image-row.ts";
import { createSources, type Listings, type Source, type Sources } from "./sources.ts";

/** What a test may look at and change while the simulator runs. */
export interface SimulatorControl {
  /** Every API request so far, in order of arrival; it grows as requests arrive. */
  readonly requests: readonly RecordedRequest[];
  /** How many connections clients have opened; those that carried remote control do not count. */
  readonly connections: number;
  readonly quirks: Quirks;
  /** Replaces the image with this ID where it stands in a listing (the platform's by default), or adds it at the end. */
  readonly putImage: (row: ImageRow, source?: Source) => void;
  /** Sets members of an image, in every listing in which it stands; undefined takes a member away, null is sent as null. */
  readonly patchImage: (id: string, members: Readonly<Record<string, unknown>>) => void;
  /** Takes an image out of every listing in which it stands. */
  readonly removeImage: (id: string) => void;
  /** Changes these quirks and leaves the others. */
  readonly setQuirks: (quirks: Partial<Quirks>) => void;
  /** Changes how long each response takes. */
  readonly setLatency: (milliseconds: number) => void;
  /** Makes the next requests meet a fault: `times` of them (1 by default), only those that carry the parameters of `where`. */
  readonly failNext: (fault: Fault, times?: number, where?: RequestPattern) => void;
  /** Forgets the requests so far. */
  readonly resetRequests: () => void;
}

export interface WorldParts {
  readonly server: Server;
  readonly account: Account;
  readonly listings: Listings;
  readonly quirks: Partial<Quirks>;
  readonly latencyMs: number;
  readonly random: Random;
  readonly clock: () => number;
  readonly onRequest: (request: RecordedRequest) => void;
}

/** Everything that requests are served from. */
export interface World {
  readonly account: Account;
  readonly sources: Sources;
  readonly log: RequestLog;
  readonly faults: FaultPlan;
  readonly connections: Connections;
  readonly rowText: RowWriter;
  readonly random: Random;
  readonly control: SimulatorControl;
  readonly latencyMs: () => number;
}

function checkedLatency(milliseconds: number): number {
  if (milliseconds >= 0 && milliseconds <= 3_600_000) return milliseconds;
  throw new RangeError(`Latency cannot be ${milliseconds}: milliseconds from 0 to 3600000.`);
}

export function createWorld(parts: WorldParts): World {
  const { account, random } = parts;
  let quirks: Quirks = { ...liveQuirks, ...checkedQuirks(parts.quirks) };
  let latencyMs = checkedLatency(parts.latencyMs);
  const sources = createSources(parts.listings);
  const log = createRequestLog(parts.clock, parts.onRequest);
  const faults = createFaultPlan(() => quirks, random);
  const connections = countConnections(parts.server);
  const rowText = createRowWriter(() => quirks);
  const control: SimulatorControl = {
    requests: log.requests,
    get connections() {
      return connections.count();
    },
    get quirks() {
      return quirks;
    },
    putImage: sources.put,
    patchImage: sources.patch,
    removeImage: sources.remove,
    setQuirks: (changes) => {
      quirks = { ...quirks, ...checkedQuirks(changes) };
    },
    setLatency: (milliseconds) => {
      latencyMs = checkedLatency(milliseconds);
    },
    failNext: (fault, times = 1, where = {}) => faults.add(fault, times, where),
    resetRequests: log.clear,
  };
  return { account, sources, log, faults, connections, rowText, random, control, latencyMs: () => latencyMs };
}
