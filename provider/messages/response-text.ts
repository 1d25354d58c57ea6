import type { ResponseFlaw } from "../errors/response-shape-error.ts";
import { messages } from "./messages.ts";

/** What a flaw of a response says, without its reason. */
export function responseText(flaw: ResponseFlaw): string {
  const { response, listing } = messages().gateway;
  switch (flaw.reason) {
    case "BODY_EMPTY":
      return response.empty(flaw.action);
    case "BODY_NOT_JSON":
      return response.notJson(flaw.action, flaw.contentType ?? response.noContentType, flaw.characters);
    case "BODY_TRUNCATED":
      return response.truncated(flaw.action, flaw.characters);
    case "BODY_TOO_LARGE":
      return response.tooLarge(flaw.maxBytes);
    case "BODY_ENCODING":
      return response[flaw.problem];
    case "SCHEMA":
      return schemaText(flaw);
    case "PAGE_STUCK":
      return listing.stuck(shortfall(flaw));
    case "PAGE_INCOMPLETE":
      return listing.endedEarly(shortfall(flaw));
    case "LISTING_TOO_LARGE":
      return listing.endless(flaw.read, flaw.pages);
    default:
      return flaw satisfies never;
  }
}

function schemaText(flaw: ResponseFlaw & { readonly reason: "SCHEMA" }): string {
  const { response } = messages().gateway;
  switch (flaw.problem) {
    case "type":
    case "notObject":
    case "changed":
      return response[flaw.problem](flaw.action, flaw.path);
    case "tooDeep":
    case "duplicateKey":
    case "retCode":
      return response[flaw.problem](flaw.action);
    default:
      return flaw satisfies never;
  }
}

function shortfall({ read, total }: { readonly read: number; readonly total: number }): string {
  const { listing } = messages().gateway;
  return total > read ? listing.only(read, total) : listing.perhapsMore(read);
}
