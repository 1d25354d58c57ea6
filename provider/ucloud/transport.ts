import type { Dispatcher, Pool } from "undici";
import type { Environment } from "../contract/variables.ts";
import { ResponseShapeError } from "../errors/response-shape-error.ts";
import type { Endpoint } from "./endpoint.ts";
import { proxyFor } from "./proxy-settings.ts";
import { mostRequests } from "./shared-limits.ts";

/** An HTTP response, read to its end. */
export interface HttpReply {
  readonly status: number;
  header(name: string): string | undefined;
  readonly body: string;
}

/** Sends one signed form and reads the response. Stops the moment the signal fires. */
export type Post = (endpoint: Endpoint, form: string, signal: AbortSignal) => Promise<HttpReply>;

/** What opens connections, and how many and how long. */
export interface TransportParts {
  readonly userAgent: string;
  readonly environment: Environment;
  /** @default 16 MiB */
  readonly maxBodyBytes?: number;
  /** @default as many as there are requests at once */
  readonly maxSockets?: number;
  /** @default 5000 */
  readonly connectTimeoutMs?: number;
}

/** A transport over undici, which is loaded with the first request: most engine commands make none. */
export function createTransport(parts: TransportParts): Post {
  const maxBodyBytes = parts.maxBodyBytes ?? 16 * 1024 * 1024;
  const dispatchers = new Map<string | undefined, Dispatcher>();
  return async (endpoint, form, signal) => {
    // A proxy that leads to this machine itself would lead to its own.
    const proxy = endpoint.loopback ? undefined : proxyFor(endpoint.origin, parts.environment);
    const undici = await import("undici");
    const dispatcher = dispatchers.get(proxy) ?? createDispatcher(undici, parts, proxy);
    dispatchers.set(proxy, dispatcher);
    // `request`, unlike fetch, follows no redirect and decompresses nothing. The form is a body and never a query:
    // a signature does not expire, and query strings end up in logs.
    const reply = await dispatcher.request({
      origin: endpoint.origin,
      path: "/",
      method: "POST",
      body: form,
      signal,
      headers: {
        "content-type": "application/x-www-form-urlencoded; charset=utf-8",
        accept: "application/json",
        "accept-encoding": "identity",
        "user-agent": parts.userAgent,
      },
      // The attempt's own signal bounds both; undici's timers are coarse and restart with every byte.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    const header = (name: string): string | undefined => {
      const value = reply.headers[name];
      return Array.isArray(value) ? value[0] : value;
    };
    const success = reply.statusCode < 300;
    const refuse = (error: ResponseShapeError): never => {
      // Destroying a body that nobody reads is an error event, which ends the process if nobody listens.
      reply.body.on("error", () => undefined).destroy();
      throw error;
    };
    if (success && isCompressed(header("content-encoding")))
      refuse(new ResponseShapeError({ reason: "BODY_ENCODING", problem: "compressed" }));
    if (Number(header("content-length")) > maxBodyBytes) refuse(tooLarge(maxBodyBytes));
    const bytes = await readBytes(reply.body, maxBodyBytes);
    // Proxies write the pages of their errors in any encoding; there the status is what counts.
    const body = success ? decodeText(bytes, header("content-type")) : new TextDecoder().decode(bytes);
    return { status: reply.statusCode, header, body };
  };
}

function createDispatcher(
  undici: typeof import("undici"),
  parts: TransportParts,
  proxy: string | undefined,
): Dispatcher {
  // A bad certificate fails whatever NODE_TLS_REJECT_UNAUTHORIZED says.
  const tls = { rejectUnauthorized: true, timeout: parts.connectTimeoutMs ?? 5000 };
  const connections = parts.maxSockets ?? mostRequests;
  const options = { connections, pipelining: 1, allowH2: false, connect: tls };
  if (proxy === undefined) return new undici.Agent(options);
  return new undici.ProxyAgent({
    ...options,
    uri: proxy,
    requestTls: tls,
    proxyTls: tls,
    // Without it undici opens any number of sockets to a proxy that forwards plain http.
    factory: (origin: string | URL, given: Pool.Options) =>
      new undici.Pool(origin, { ...given, connections }),
  });
}

async function readBytes(stream: AsyncIterable<Uint8Array>, maxBodyBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    if (bytes > maxBodyBytes) {
      // Leaving the loop closes the connection.
      throw tooLarge(maxBodyBytes);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(maxBodyBytes: number): ResponseShapeError {
  return new ResponseShapeError({ reason: "BODY_TOO_LARGE", maxBytes: maxBodyBytes });
}

function isCompressed(coding = ""): boolean {
  return !["", "identity"].includes(coding.trim().toLowerCase());
}

function decodeText(bytes: Uint8Array, contentType: string | undefined): string {
  const charset = /charset="?([\w-]+)/i.exec(contentType ?? "")?.[1]?.toLowerCase() ?? "utf-8";
  if (charset !== "utf-8" && charset !== "utf8" && charset !== "us-ascii") {
    throw new ResponseShapeError({ reason: "BODY_ENCODING", problem: "notUtf8" });
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ResponseShapeError({ reason: "BODY_ENCODING", problem: "invalidUtf8" });
  }
}
