import { isIP } from "node:net";
import { messages } from "../messages/messages.ts";

/** A gateway that requests may go to. */
export interface Endpoint {
  /** Scheme, host and port. */
  readonly origin: string;
  readonly loopback: boolean;
}

/** Whether a host is this machine itself. */
export function isLoopback(hostname: string): boolean {
  if (hostname === "localhost" || hostname === "[::1]") return true;
  return isIP(hostname) === 4 && hostname.startsWith("127.");
}

/** Reads `baseUrl`. Returns the endpoint or the rule that was broken, never the value itself. */
export function readEndpoint(
  baseUrl: string,
  allowInsecure: boolean,
): Endpoint | { readonly broken: string } {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const broken =
    url === undefined ? messages().inputs.endpoint.notUrl : brokenRule(url, baseUrl, allowInsecure);
  if (url === undefined || broken !== undefined) return { broken: broken ?? "" };
  return { origin: url.origin, loopback: isLoopback(url.hostname) };
}

function brokenRule(url: URL, written: string, allowInsecure: boolean): string | undefined {
  const rules = messages().inputs.endpoint;
  if (url.protocol !== "https:" && url.protocol !== "http:") return rules.scheme;
  if (url.username !== "" || url.password !== "") return rules.userInfo;
  if (/[^\x21-\x7e]/.test(written)) return rules.ascii;
  if (url.pathname !== "/" || /[?#]/.test(written)) {
    return rules.originOnly;
  }
  if (url.hostname.endsWith(".")) return rules.dot;
  if (/^169\.254\.|^\[fe[89ab].:|^\[::ffff:a9fe:/.test(url.hostname)) return rules.linkLocal;
  if (url.protocol === "http:" && !allowInsecure && !isLoopback(url.hostname)) {
    return rules.insecure;
  }
  return undefined;
}
