import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Fault } from "../state/fault.ts";
import type { GatewayResponse } from "./gateway.ts";

/** What is sent: the response and, when a fault changes it, how. */
export interface Delivery {
  readonly response: GatewayResponse;
  /** Undefined for a response as it should be. */
  readonly fault: Exclude<Fault, { readonly retCode: number }> | undefined;
}

const html = { "content-type": "text/html; charset=utf-8" };
const portal =
  "<!doctype html><html><head><title>Sign in</title></head><body><h1>Welcome to the network</h1></body></html>";
const wrongShape =
  '{"RetCode":0,"Action":"DescribeCompShareImagesResponse","TotalCount":2,"ImageSet":{"0":"no list"}}';

function jsonHeaders({ requestId }: GatewayResponse): OutgoingHttpHeaders {
  return { "content-type": "application/json; charset=utf-8", "X-UCLOUD-REQUEST-UUID": requestId };
}

/** Sends a complete body. */
export function sendText(
  http: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders,
  body: string,
): void {
  const bytes = Buffer.from(body);
  http.writeHead(status, { ...headers, "content-length": bytes.length }).end(bytes);
}

function sendTruncated(http: ServerResponse, response: GatewayResponse): void {
  const bytes = Buffer.from(response.text);
  http.writeHead(200, { ...jsonHeaders(response), "content-length": bytes.length });
  // The half must be on its way before the connection ends, or the client sees a plain reset.
  http.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => http.socket?.end());
}

function* paddedBody(bytes: number): Generator<string> {
  yield '{"RetCode":0,"Action":"DescribeCompShareImagesResponse","TotalCount":0,"ImageSet":[],"Padding":"';
  const block = "x".repeat(65_536);
  for (let left = bytes; left > 0; left -= block.length)
    yield left < block.length ? block.slice(0, left) : block;
  yield '"}';
}

async function sendOversized(http: ServerResponse, response: GatewayResponse, bytes: number): Promise<void> {
  http.writeHead(200, jsonHeaders(response));
  // A client that has read enough closes the connection: that is what this fault is for.
  await pipeline(Readable.from(paddedBody(bytes)), http).catch(() => undefined);
}

function sendRedirect(http: ServerResponse): void {
  http.writeHead(307, { location: "/?Redirected=1", "content-length": 0 }).end();
}

/** Sends a response, or what a fault makes of it. */
export async function deliver(http: ServerResponse, { response, fault }: Delivery): Promise<void> {
  if (fault === undefined) return sendText(http, 200, jsonHeaders(response), response.text);
  if (typeof fault === "object") {
    if ("bodyBytes" in fault) return sendOversized(http, response, fault.bodyBytes);
    const page = `<html><body><h1>${fault.httpStatus}</h1></body></html>`;
    return sendText(http, fault.httpStatus, fault.headers ?? html, fault.body ?? page);
  }
  switch (fault) {
    case "reset":
      http.socket?.resetAndDestroy();
      return;
    case "hang":
      return;
    case "html":
      return sendText(http, 200, html, portal);
    case "empty":
      return sendText(http, 200, jsonHeaders(response), "");
    case "truncated":
      return sendTruncated(http, response);
    case "wrong-shape":
      return sendText(http, 200, jsonHeaders(response), wrongShape);
    case "redirect":
      return sendRedirect(http);
    default:
      return fault satisfies never;
  }
}
