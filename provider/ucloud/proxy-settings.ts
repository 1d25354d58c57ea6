import type { Environment } from "../contract/variables.ts";
import { ConfigurationError } from "../errors/configuration-error.ts";

/**
 * Address of the proxy that leads to a gateway; `undefined` where none does. As in curl and Go, HTTPS_PROXY is for https
 * and HTTP_PROXY for http, the lower-case spelling counts first, and NO_PROXY makes exceptions. Only a proxy that would be
 * used is judged. Its address is never shown: it may hold a password.
 */
export function proxyFor(origin: string, environment: Environment): string | undefined {
  const gateway = new URL(origin);
  const name = gateway.protocol === "https:" ? "HTTPS_PROXY" : "HTTP_PROXY";
  const written = variable(environment, name).trim();
  if (written === "" || isExcepted(gateway, variable(environment, "NO_PROXY"))) return undefined;
  // Other tools take `proxy.example:3128` as well.
  const address = written.includes("://") ? written : `http://${written}`;
  if (isUsable(address)) return address;
  throw ConfigurationError.ofNoProperty({ kind: "proxy", variable: name });
}

function variable(environment: Environment, name: string): string {
  return environment[name.toLowerCase()] ?? environment[name] ?? "";
}

function isUsable(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  try {
    decodeURIComponent(username + password);
  } catch {
    return false;
  }
  return protocol === "http:" || protocol === "https:";
}

function isExcepted({ hostname, port, protocol }: URL, exceptions: string): boolean {
  const host = bareHost(hostname);
  const ownPort = port === "" ? (protocol === "https:" ? "443" : "80") : port;
  return exceptions
    .split(/[,\s]+/)
    .filter((entry) => entry !== "")
    .some((entry) => covers(entry, host, ownPort));
}

/** Whether `*`, `example.com`, `.example.com`, `*.example.com` or `[::1]`, each also with a port, covers a host. */
function covers(entry: string, host: string, port: string): boolean {
  // An IPv6 address without brackets has colons of its own.
  const [, name = entry, ownPort] = /^(\[.*\]|[^:]*):(\d+)$/.exec(entry) ?? [];
  if (ownPort !== undefined && ownPort !== port) return false;
  if (name === "*") return true;
  const domain = bareHost(name.replace(/^\*?\./, ""));
  return host.endsWith(`.${domain}`) || (host === domain && !name.startsWith("*"));
}

/** A host as all its spellings have it: without brackets and without the dot of a full name, in lower case. */
function bareHost(name: string): string {
  return name
    .replace(/^\[(.*)\]$/, "$1")
    .replace(/(?<=.)\.$/, "")
    .toLowerCase();
}
