import { setTimeout } from "node:timers/promises";
import { parseJson } from "./parse-json.ts";

/** A request to the interface of a forge. */
export interface ForgeRequest {
  readonly method: "GET" | "POST" | "PATCH" | "PUT";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Whether it may be retried after a fault. @default all but POST */
  readonly retryable?: boolean;
}

/** What a forge responds. The body is read, and never shown: it may quote what was sent. */
export interface ForgeResponse {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  readonly body: unknown;
}

/** Sends requests to a forge; throws a ForgeUnreachableError if nothing comes back. */
export interface ForgeHttp {
  readonly send: (request: ForgeRequest) => Promise<ForgeResponse>;
  /** Waits before a retry. */
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly now: () => number;
}

/** No response: the network, or a forge that is down. The text of the cause is dropped, since it may hold the URL. */
export class ForgeUnreachableError extends Error {
  override readonly name = "ForgeUnreachableError";
}

/** Longest time that one request may take. */
const timeoutMs = 30_000;

/** HTTP as the machine has it. Redirects are not followed, so that a token goes to the host that was named only. */
export function systemForgeHttp(signal: AbortSignal): ForgeHttp {
  return {
    send: async ({ method, url, headers, body }) => {
      try {
        const response = await fetch(url, {
          method,
          headers: { ...headers, ...(body === undefined ? {} : { "content-type": "application/json" }) },
          redirect: "manual",
          signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        const text = await response.text();
        return {
          status: response.status,
          header: (name) => response.headers.get(name) ?? undefined,
          body: parseJson(text),
        };
      } catch {
        signal.throwIfAborted();
        throw new ForgeUnreachableError();
      }
    },
    wait: (milliseconds) => setTimeout(milliseconds, undefined, { signal }),
    now: Date.now,
  };
}
