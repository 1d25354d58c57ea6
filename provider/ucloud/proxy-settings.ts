import { ConfigurationError } from "../errors/configuration-error.ts";
import { messages } from "../messages/messages.ts";

/** Proxies in the form that undici takes; empty text is none. */
export interface ProxySettings {
  readonly httpProxy: string;
  readonly httpsProxy: string;
  readonly noProxy: string;
}

/** Reads HTTP_PROXY, HTTPS_PROXY and NO_PROXY, the lower-case spelling first. An address is never shown: it may hold a password. */
export function readProxySettings(environment: Readonly<Record<string, string | undefined>>): ProxySettings {
  const value = (name: string): string => environment[name.toLowerCase()] ?? environment[name] ?? "";
  const address = (name: string): string => proxyAddress(name, value(name).trim());
  return { httpProxy: address("HTTP_PROXY"), httpsProxy: address("HTTPS_PROXY"), noProxy: value("NO_PROXY") };
}

function proxyAddress(name: string, written: string): string {
  if (written === "") return "";
  // Other tools take `proxy.example:3128` as well.
  const address = written.includes("://") ? written : `http://${written}`;
  if (isUsable(address)) return address;
  throw new ConfigurationError([{ property: "", reason: messages().inputs.badProxy(name) }]);
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
