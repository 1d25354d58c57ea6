import type { UnreadableMember } from "../errors/no-match.ts";
import type { NamedImage } from "../errors/query-facts.ts";
import { type Messages, messages } from "./messages.ts";
import { code, plainText, quoted } from "./plain-text.ts";
import { nameText } from "./query-text.ts";

/** Something that a careful reader should know about a result. */
export type Warning =
  /** The next match is equal in the keys of the order; `decided` is the key that told them apart. */
  | {
      readonly kind: "tie";
      readonly image: NamedImage;
      readonly keys: readonly string[];
      readonly decided: string;
    }
  /** No match has the value that the order asks for. */
  | { readonly kind: "noOrderValue"; readonly key: string }
  | { readonly kind: "status"; readonly status: string | undefined }
  /** Published by somebody other than CompShare. */
  | { readonly kind: "publisher"; readonly author: string | undefined }
  | { readonly kind: "price"; readonly price: number }
  /** The image does not list the zone that was asked for. */
  | { readonly kind: "zone"; readonly zone: string; readonly zones: readonly string[] }
  /** Images of a list that do not list the zone that was asked for. */
  | {
      readonly kind: "zones";
      readonly zone: string;
      readonly images: readonly NamedImage[];
      readonly more: number;
    }
  /** Matches that only their status leaves out. */
  | {
      readonly kind: "hidden";
      readonly images: readonly (NamedImage & { readonly status: string | undefined })[];
      readonly more: number;
    }
  /** No image has the name, of those by the publishers that these arguments ask for; the name of its group is meant. */
  | { readonly kind: "groupName"; readonly argument: string; readonly publishers: readonly string[] }
  | UnreadableMember
  /** A member of a pin's image that could not be read. */
  | { readonly kind: "unknownMember"; readonly member: string }
  | { readonly kind: "changedDuringRead" };

/** A warning as people read it. What goes into the state is English, so that it is the same on every machine. */
export function warningText(warning: Warning, words: Messages = messages()): string {
  const text = words.images.warnings;
  switch (warning.kind) {
    case "tie":
      return text.tie(nameText(warning.image), warning.keys.join(", "), warning.decided);
    case "noOrderValue":
      return text.noOrderValue(warning.key);
    case "status":
      return text.status(plainText(warning.status ?? text.unknownStatus));
    case "publisher":
      return text.publisher(warning.author === undefined ? text.unnamed : quoted(warning.author));
    case "price":
      return text.price(warning.price);
    case "zone":
      return text.zone(plainText(warning.zone), warning.zones.map((zone) => plainText(zone)).join(", "));
    case "zones":
      return text.zones(plainText(warning.zone), warning.images.map(nameText).join("; "), warning.more);
    case "hidden": {
      const shown = warning.images.map(
        (image) => `${nameText(image)} (${plainText(image.status ?? words.images.none.absent.status)})`,
      );
      return text.hidden(shown.join("; "), warning.more);
    }
    case "groupName":
      return text.groupName(warning.argument, argumentsText(warning.publishers, words));
    case "unreadable":
      return text.unreadable(
        warning.member,
        warning.argument,
        warning.images.map(nameText).join("; "),
        warning.more,
      );
    case "unknownMember":
      return text.unknownMember(warning.member);
    case "changedDuringRead":
      return text.changedDuringRead;
    default:
      return warning satisfies never;
  }
}

function argumentsText(names: readonly string[], { images }: Messages): string {
  return names.map(code).join(images.listSeparator);
}
