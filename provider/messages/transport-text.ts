import type { TransportFailure } from "../errors/transport-error.ts";
import { messages } from "./messages.ts";
import { waitAsked } from "./wait-asked.ts";

/** What a failure of the transport says, without its reason. */
export function transportText(failure: TransportFailure): string {
  const { network, response } = messages().gateway;
  switch (failure.reason) {
    case "NET_DNS":
      return coded(network.unknownName, failure);
    case "NET_CONNECT":
      return coded(network.connect[failure.obstacle], failure);
    case "NET_RESET":
      return coded(network.reset, failure);
    case "TLS_CERT":
      return coded(network.certificate, failure);
    case "TLS_PROTOCOL":
      return coded(network.noTls, failure);
    case "PROXY_AUTH":
      return network.proxyCredentials;
    case "PROXY_REFUSED":
      return coded(network.proxyRefused, failure);
    case "HTTP_PROTOCOL":
      return network.noHttp;
    case "HTTP_RETRYABLE":
      return response.trouble(failure.status) + waitAsked(failure.retryAfterMs);
    case "HTTP_THROTTLED":
      return response.tooMany(failure.status) + waitAsked(failure.retryAfterMs);
    case "HTTP_REFUSED":
      return "status" in failure
        ? response.notAccepted(failure.status)
        : coded(network.headersTooLarge, failure);
    case "REDIRECT":
      return response.redirect(failure.status, failure.action);
    case "TIMEOUT_ATTEMPT":
      return network.attemptTimeout(failure.timeoutMs / 1000);
    case "DEADLINE":
      return network.deadline;
    default:
      return failure satisfies never;
  }
}

/** The code of the system tells an expert more than any sentence. */
function coded(text: string, { systemCode }: { readonly systemCode: string }): string {
  return `${text} [${systemCode}]`;
}
