import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { ActionCall } from "../actions/action.ts";
import { faultName } from "../state/fault.ts";
import type { World } from "../state/world.ts";
import { respond, writeResponse } from "./gateway.ts";
import { readBody } from "./read-body.ts";
import { controlPath, controlSimulator } from "./remote-control.ts";
import type { OpenRecord } from "./request-log.ts";
import { readParameters } from "./request-parameters.ts";
import { deliver, sendText } from "./send-response.ts";

// Resolves to false when the client goes away first.
function waited(milliseconds: number, http: ServerResponse): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), milliseconds);
    http.once("close", () => {
      clearTimeout(timer);
      resolve(false);
    });
  });
}

function followRecord(world: World, http: ServerResponse, record: OpenRecord): void {
  const end = (): void => {
    http.off("finish", end).off("close", end);
    const ownDoing = record.fault === "reset" || record.fault === "truncated";
    world.log.finish(record, !http.writableFinished && !ownDoing);
  };
  http.once("finish", end).once("close", end);
}

async function serveApi(
  world: World,
  http: ServerResponse,
  parameters: ReadonlyMap<string, string>,
  socket: Socket,
): Promise<void> {
  const record = world.log.open(parameters, world.connections.idOf(socket));
  followRecord(world, http, record);
  const fault = world.faults.take(parameters);
  const latencyMs = world.latencyMs();
  if (latencyMs > 0 && !(await waited(latencyMs, http))) return;
  const { rowText, random, account } = world;
  const call: ActionCall = {
    parameters,
    rowsOf: world.sources.rows,
    quirks: world.control.quirks,
    rowText,
    random,
  };
  if (fault !== undefined) record.fault = faultName(fault);
  if (typeof fault === "object" && "retCode" in fault) {
    const { retCode, message = `Simulated RetCode ${retCode}` } = fault;
    record.retCode = retCode;
    return deliver(http, { response: writeResponse(call, { retCode, message }), fault: undefined });
  }
  const response = respond(call, account);
  if (fault === undefined) record.retCode = response.retCode;
  return deliver(http, { response, fault });
}

function serveControl(
  world: World,
  request: IncomingMessage,
  http: ServerResponse,
  { pathname, searchParams }: URL,
  body: string,
): void {
  world.connections.leaveOut(request.socket);
  const call = {
    method: request.method ?? "",
    body,
    source: searchParams.get("source") ?? undefined,
    path: pathname.slice(controlPath.length),
  };
  const { status, value } = controlSimulator(world.control, call);
  sendText(http, status, { "content-type": "application/json; charset=utf-8" }, `${JSON.stringify(value)}\n`);
}

async function serve(world: World, request: IncomingMessage, http: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const { pathname, searchParams } = url;
  const body = await readBody(request);
  const plain = { "content-type": "text/plain; charset=utf-8" };
  if (body === undefined)
    return sendText(http, 413, { ...plain, connection: "close" }, "Request too large\n");
  if (pathname.startsWith(controlPath)) return serveControl(world, request, http, url, body);
  if (pathname !== "/") return sendText(http, 404, plain, "The API has one path: /\n");
  if (request.method !== "GET" && request.method !== "POST")
    return sendText(http, 405, plain, "GET or POST\n");
  const contentType = request.headers["content-type"] ?? "";
  return serveApi(world, http, readParameters({ query: searchParams, contentType, body }), request.socket);
}

/** Serves the API at `/` and the remote control at `/_simulator/`. */
export function createRequestListener(world: World): RequestListener {
  return (request, http) => {
    serve(world, request, http).catch((error: unknown) => {
      // A client that goes away while it is still sending ends up here as well.
      if (http.headersSent || http.destroyed) {
        http.destroy();
        return;
      }
      const text = `The simulator failed: ${error instanceof Error ? error.message : String(error)}\n`;
      sendText(http, 500, { "content-type": "text/plain; charset=utf-8" }, text);
    });
  };
}
