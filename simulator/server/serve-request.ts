import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { ActionCall } from "../actions/action.ts";
import { faultName } from "../state/fault.ts";
import type { World } from "../state/world.ts";
import { answerRequest, writeAnswer } from "./gateway.ts";
import { readBody } from "./read-body.ts";
import { controlPath, controlSimulator } from "./remote-control.ts";
import type { OpenRecord } from "./request-log.ts";
import { readParameters } from "./request-parameters.ts";
import { deliver, sendText } from "./send-answer.ts";

// Resolves to false when the client goes away first.
function waited(milliseconds: number, response: ServerResponse): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), milliseconds);
    response.once("close", () => {
      clearTimeout(timer);
      resolve(false);
    });
  });
}

function followRecord(world: World, response: ServerResponse, record: OpenRecord): void {
  const end = (): void => {
    response.off("finish", end).off("close", end);
    const ownDoing = record.fault === "reset" || record.fault === "truncated";
    world.log.finish(record, !response.writableFinished && !ownDoing);
  };
  response.once("finish", end).once("close", end);
}

async function serveApi(
  world: World,
  response: ServerResponse,
  parameters: ReadonlyMap<string, string>,
  socket: Socket,
): Promise<void> {
  const record = world.log.open(parameters, world.connections.idOf(socket));
  followRecord(world, response, record);
  const fault = world.faults.take(parameters);
  const latencyMs = world.latencyMs();
  if (latencyMs > 0 && !(await waited(latencyMs, response))) return;
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
    return deliver(response, { answer: writeAnswer(call, { retCode, message }), fault: undefined });
  }
  const answer = answerRequest(call, account);
  if (fault === undefined) record.retCode = answer.retCode;
  return deliver(response, { answer, fault });
}

function serveControl(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  { pathname, searchParams }: URL,
  body: string,
): void {
  world.connections.leaveOut(request.socket);
  const call = {
    method: request.method ?? "",
    body,
    source: searchParams.get("source") ?? undefined,
    path: pathname.slice(controlPath.length).split("/").map(decodeURIComponent),
  };
  const { status, value } = controlSimulator(world.control, call);
  sendText(
    response,
    status,
    { "content-type": "application/json; charset=utf-8" },
    `${JSON.stringify(value)}\n`,
  );
}

async function serve(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const { pathname, searchParams } = url;
  const body = await readBody(request);
  const plain = { "content-type": "text/plain; charset=utf-8" };
  if (body === undefined)
    return sendText(response, 413, { ...plain, connection: "close" }, "Request too large\n");
  if (pathname.startsWith(controlPath)) return serveControl(world, request, response, url, body);
  if (pathname !== "/") return sendText(response, 404, plain, "The API has one path: /\n");
  if (request.method !== "GET" && request.method !== "POST")
    return sendText(response, 405, plain, "GET or POST\n");
  const contentType = request.headers["content-type"] ?? "";
  return serveApi(
    world,
    response,
    readParameters({ query: searchParams, contentType, body }),
    request.socket,
  );
}

/** Serves the API at `/` and the remote control at `/_simulator/`. */
export function createRequestListener(world: World): RequestListener {
  return (request, response) => {
    serve(world, request, response).catch((error: unknown) => {
      // A client that goes away while it is still sending ends up here as well.
      if (response.headersSent || response.destroyed) {
        response.destroy();
        return;
      }
      const text = `The simulator failed: ${error instanceof Error ? error.message : String(error)}\n`;
      sendText(response, 500, { "content-type": "text/plain; charset=utf-8" }, text);
    });
  };
}
