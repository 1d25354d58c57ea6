import { checkedQuirks } from "../quirks/read-quirks.ts";
import { checkedFault } from "../state/fault.ts";
import { sources } from "../state/sources.ts";
import type { SimulatorControl } from "../state/world.ts";

/** Where the remote control listens, on the port of the API. */
export const controlPath = "/_simulator/";

export interface ControlCall {
  readonly method: string;
  /** What follows `/_simulator/`, as it stands in the address. */
  readonly path: string;
  /** The listing that `?source=` names, for an image that is put. */
  readonly source?: string | undefined;
  readonly body: string;
}

/** What a call of the remote control gives back, as JSON. */
export interface ControlResponse {
  readonly status: number;
  readonly value: unknown;
}

type Members = Readonly<Record<string, unknown>>;
type Route = (
  control: SimulatorControl,
  members: () => Members,
  id: string,
  source: string | undefined,
) => unknown;

const done = { ok: true };

function isTextMap(value: unknown): value is Readonly<Record<string, string>> {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.values(value).every((inner) => typeof inner === "string")
  );
}

// The listing stands in the address or in the body, whichever is easier to write.
function putImage(control: SimulatorControl, members: Members, id: string, asked = "platform"): void {
  const { Source = asked, ...row } = members;
  const { CompShareImageId = id, Name, ImageType, Status } = row;
  const source = sources.find((one) => one === Source);
  if (source === undefined) throw new RangeError(`Source is one of ${sources.join(", ")}.`);
  if (CompShareImageId !== id)
    throw new RangeError(`CompShareImageId in the body differs from ${JSON.stringify(id)}.`);
  if (typeof Name !== "string" || typeof ImageType !== "string" || typeof Status !== "string") {
    throw new RangeError("An image needs Name, ImageType and Status, each a text.");
  }
  control.putImage({ ...row, CompShareImageId: id, Name, ImageType, Status }, source);
}

/** Changes an image where it is. No listing is left or entered so, and a change that does nothing is no success. */
function patchImage(
  control: SimulatorControl,
  members: Members,
  id: string,
  asked: string | undefined,
): void {
  if (asked !== undefined || Object.hasOwn(members, "Source"))
    throw new RangeError(
      "PATCH changes an image in every listing that has it. To move it, DELETE it and PUT it into another listing.",
    );
  control.patchImage(id, members);
}

function setLatency(control: SimulatorControl, { latencyMs }: Members): void {
  if (typeof latencyMs !== "number") throw new RangeError('The body is {"latencyMs": 50}.');
  control.setLatency(latencyMs);
}

function planFault(control: SimulatorControl, { fault, times = 1, where = {} }: Members): void {
  if (typeof times !== "number") throw new RangeError("times is a whole number from 1 on.");
  if (!isTextMap(where))
    throw new RangeError('where holds request parameters as text, such as {"Offset": "100"}.');
  control.failNext(checkedFault(fault), times, where);
}

const routes: Readonly<Record<string, Route>> = {
  "GET requests": ({ requests, connections }) => ({ requests, connections }),
  "DELETE requests": (control) => control.resetRequests(),
  "PUT images/<id>": (control, members, id, source) => putImage(control, members(), id, source),
  "PATCH images/<id>": (control, members, id, source) => patchImage(control, members(), id, source),
  "DELETE images/<id>": (control, _, id) => control.removeImage(id),
  "PUT quirks": (control, members) => {
    control.setQuirks(checkedQuirks(members()));
    return control.quirks;
  },
  "PUT latency": (control, members) => setLatency(control, members()),
  "POST faults": (control, members) => planFault(control, members()),
};

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new RangeError(`${JSON.stringify(part)} is not encoded as parts of an address are: % is %25.`);
  }
}

function parsedMembers(body: string): Members {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new RangeError("The body is not JSON.");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new RangeError("The body is not a JSON object.");
  }
  return { ...value };
}

/** Serves a call of the remote control: the functions of the simulator, for other processes. */
export function controlSimulator(
  control: SimulatorControl,
  { method, path, body, source }: ControlCall,
): ControlResponse {
  const [room = "", id = "", ...rest] = path.split("/");
  const route = routes[`${method} ${room}${id === "" ? "" : "/<id>"}`];
  if (route === undefined || rest.length > 0) {
    return {
      status: 404,
      value: { error: `There is no such call. Calls: ${Object.keys(routes).join(", ")}.` },
    };
  }
  try {
    return { status: 200, value: route(control, () => parsedMembers(body), decoded(id), source) ?? done };
  } catch (error) {
    // Only a RangeError says that the caller asked for something impossible.
    if (!(error instanceof RangeError)) throw error;
    return { status: 400, value: { error: error.message } };
  }
}
