import { isIP } from "node:net";

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

/** Reads `baseUrl`. The answer is the endpoint or the rule that was broken; the value itself is never repeated. */
export function readEndpoint(
  baseUrl: string,
  allowInsecure: boolean,
): Endpoint | { readonly broken: string } {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const broken =
    url === undefined
      ? "must be a URL such as `https://api.compshare.cn`"
      : brokenRule(url, baseUrl, allowInsecure);
  if (url === undefined || broken !== undefined) return { broken: broken ?? "" };
  return { origin: url.origin, loopback: isLoopback(url.hostname) };
}

function brokenRule(url: URL, written: string, allowInsecure: boolean): string | undefined {
  if (url.protocol !== "https:" && url.protocol !== "http:") return "must start with `https://`";
  if (url.username !== "" || url.password !== "") return "must not hold a user name or password";
  if (/[^\x21-\x7e]/.test(written)) return "must be written in ASCII without spaces";
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "" || /[?#]/.test(written)) {
    return "must be scheme, host and port only, without a path, query or fragment";
  }
  if (url.hostname.endsWith(".")) return "must not end its host with a dot";
  if (/^169\.254\.|^\[fe[89ab].:|^\[::ffff:a9fe:/.test(url.hostname))
    return "must not be a link-local address";
  if (url.protocol === "http:" && !allowInsecure && !isLoopback(url.hostname)) {
    return "must use `https`; plain `http` is for loopback, or set `allowInsecureEndpoint` to true";
  }
  return undefined;
}
