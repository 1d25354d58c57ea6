import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Fault } from "../state/fault.ts";
import type { GatewayAnswer } from "./gateway.ts";

/** What is sent: the answer and, when a fault changes it, how. */
export interface Delivery {
  readonly answer: GatewayAnswer;
  /** Undefined for an answer as it should be. */
  readonly fault: Exclude<Fault, { readonly retCode: number }> | undefined;
}

const html = { "content-type": "text/html; charset=utf-8" };
const portal =
  "<!doctype html><html><head><title>Sign in</title></head><body><h1>Welcome to the network</h1></body></html>";
const wrongShape =
  '{"RetCode":0,"Action":"DescribeCompShareImagesResponse","TotalCount":2,"ImageSet":{"0":"no list"}}';

function jsonHeaders({ requestId }: GatewayAnswer): OutgoingHttpHeaders {
  return { "content-type": "application/json; charset=utf-8", "X-UCLOUD-REQUEST-UUID": requestId };
}

/** Sends a complete body. */
export function sendText(
  response: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders,
  body: string,
): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...headers, "content-length": bytes.length }).end(bytes);
}

function sendTruncated(response: ServerResponse, answer: GatewayAnswer): void {
  const bytes = Buffer.from(answer.text);
  response.writeHead(200, { ...jsonHeaders(answer), "content-length": bytes.length });
  // The half must be on its way before the connection ends, or the client sees a plain reset.
  response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => response.socket?.end());
}

function* paddedAnswer(bytes: number): Generator<string> {
  yield '{"RetCode":0,"Action":"DescribeCompShareImagesResponse","TotalCount":0,"ImageSet":[],"Padding":"';
  const block = "x".repeat(65_536);
  for (let left = bytes; left > 0; left -= block.length)
    yield left < block.length ? block.slice(0, left) : block;
  yield '"}';
}

async function sendOversized(response: ServerResponse, answer: GatewayAnswer, bytes: number): Promise<void> {
  response.writeHead(200, jsonHeaders(answer));
  // A client that has read enough closes the connection: that is what this fault is for.
  await pipeline(Readable.from(paddedAnswer(bytes)), response).catch(() => undefined);
}

function sendRedirect(response: ServerResponse): void {
  response.writeHead(307, { location: "/?Redirected=1", "content-length": 0 }).end();
}

/** Sends an answer, or what a fault makes of it. */
export async function deliver(response: ServerResponse, { answer, fault }: Delivery): Promise<void> {
  if (fault === undefined) return sendText(response, 200, jsonHeaders(answer), answer.text);
  if (typeof fault === "object") {
    if ("bodyBytes" in fault) return sendOversized(response, answer, fault.bodyBytes);
    const page = `<html><body><h1>${fault.httpStatus}</h1></body></html>`;
    return sendText(response, fault.httpStatus, fault.headers ?? html, fault.body ?? page);
  }
  switch (fault) {
    case "reset":
      response.socket?.resetAndDestroy();
      return;
    case "hang":
      return;
    case "html":
      return sendText(response, 200, html, portal);
    case "empty":
      return sendText(response, 200, jsonHeaders(answer), "");
    case "truncated":
      return sendTruncated(response, answer);
    case "wrong-shape":
      return sendText(response, 200, jsonHeaders(answer), wrongShape);
    case "redirect":
      return sendRedirect(response);
    default:
      return fault satisfies never;
  }
}
