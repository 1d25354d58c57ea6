import { isIP } from "node:net";
import type { GatewayRule } from "../errors/settings-problems.ts";

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
): Endpoint | { readonly broken: GatewayRule } {
  if (!URL.canParse(baseUrl)) return { broken: "notUrl" };
  const url = new URL(baseUrl);
  const broken = brokenRule(url, baseUrl, allowInsecure);
  if (broken !== undefined) return { broken };
  return { origin: url.origin, loopback: isLoopback(url.hostname) };
}

function brokenRule(url: URL, written: string, allowInsecure: boolean): GatewayRule | undefined {
  if (url.protocol !== "https:" && url.protocol !== "http:") return "scheme";
  if (url.username !== "" || url.password !== "") return "userInfo";
  if (/[^\x21-\x7e]/.test(written)) return "ascii";
  if (url.pathname !== "/" || /[?#]/.test(written)) return "originOnly";
  if (url.hostname.endsWith(".")) return "dot";
  if (/^169\.254\.|^\[fe[89ab].:|^\[::ffff:a9fe:/.test(url.hostname)) return "linkLocal";
  if (url.protocol === "http:" && !allowInsecure && !isLoopback(url.hostname)) return "insecure";
  return undefined;
}
