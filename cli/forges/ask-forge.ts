import {
  type ForgeHttp,
  type ForgeRequest,
  type ForgeResponse,
  ForgeUnreachableError,
} from "../forge-http.ts";
import { ForgeFailure } from "./forge-failure.ts";

/** How often one request is tried. */
const mostAttempts = 4;

/** Longest that a rate limit is waited for. */
const longestWaitMs = 60_000;

/**
 * Sends a request, again after a fault that may pass and after a rate limit that ends soon. A request that creates
 * something is not retried here: it may have been carried out.
 */
export async function askForge(
  forge: string,
  request: ForgeRequest,
  http: ForgeHttp,
): Promise<ForgeResponse> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await sent(request, http);
    const status = response?.status;
    if (response !== undefined && status !== undefined && status >= 200 && status < 300) return response;
    const limit = response && rateLimitWait(response, http.now());
    const passes = limit ?? (status === undefined || status >= 500 ? 1000 * 2 ** (attempt - 1) : undefined);
    const again = (request.retryable ?? request.method !== "POST") || limit !== undefined;
    if (passes === undefined || !again || passes > longestWaitMs || attempt === mostAttempts)
      throw failureOf(forge, status, limit !== undefined);
    await http.wait(passes);
  }
}

async function sent(request: ForgeRequest, http: ForgeHttp): Promise<ForgeResponse | undefined> {
  try {
    return await http.send(request);
  } catch (error) {
    if (error instanceof ForgeUnreachableError) return undefined;
    throw error;
  }
}

/** How long a rate limit lasts, in milliseconds; `undefined` where the response is none. */
function rateLimitWait({ status, header }: ForgeResponse, now: number): number | undefined {
  if (status !== 403 && status !== 429) return undefined;
  const after = Number(header("retry-after") ?? Number.NaN);
  if (Number.isFinite(after)) return Math.max(0, after * 1000);
  const exhausted = (header("x-ratelimit-remaining") ?? header("ratelimit-remaining")) === "0";
  if (!exhausted) return status === 429 ? longestWaitMs : undefined;
  const reset = Number(header("x-ratelimit-reset") ?? header("ratelimit-reset") ?? Number.NaN);
  return Number.isFinite(reset) ? Math.max(0, reset * 1000 - now) : longestWaitMs;
}

function failureOf(forge: string, status: number | undefined, limited: boolean): ForgeFailure {
  if (limited) return new ForgeFailure(forge, "rateLimit", status);
  if (status === undefined || status >= 500) return new ForgeFailure(forge, "unavailable", status);
  if (status === 401 || status === 403) return new ForgeFailure(forge, "refused", status);
  return new ForgeFailure(forge, status === 404 ? "missing" : "unexpected", status);
}

/** The address of the next page, of a `Link` header; only on the same host, which is the one that may see the token. */
export function nextPage(response: ForgeResponse, url: string): string | undefined {
  const next = /<([^>]+)>\s*;[^,]*\brel="?next"?/.exec(response.header("link") ?? "")?.[1];
  if (next === undefined || !URL.canParse(next, url)) return undefined;
  const found = new URL(next, url);
  return found.origin === new URL(url).origin ? found.href : undefined;
}
