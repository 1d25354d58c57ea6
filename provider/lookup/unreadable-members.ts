import type { Image } from "../contract/image.ts";
import type { OrderKey } from "../contract/query.ts";
import { hasOddImages, oddMembers } from "../ucloud/odd-members.ts";
import { type AppliedFilter, readsUnknown } from "./filters/applied-filters.ts";
import { ordered, orderMembers } from "./order.ts";

/** Images of which a member could not be read, so that an argument could not judge them. */
export interface Unreadable {
  readonly argument: string;
  readonly member: string;
  readonly images: readonly Image[];
}

/** Images that nothing but unreadable members keeps out: each filter that they fail asks for one. */
export function keptOutUnread(images: readonly Image[], filters: readonly AppliedFilter[]): Unreadable[] {
  if (!hasOddImages()) return [];
  return grouped(
    images
      .filter((image) => oddMembers(image).length > 0)
      .flatMap((image) => {
        const failed = filters.filter((filter) => !filter.passes(image));
        if (!failed.every((filter) => readsUnknown(filter, image))) return [];
        return failed.flatMap(({ argument, reads }) =>
          oddMembers(image).flatMap((member) =>
            reads(image).includes(member) ? [{ argument, member, image }] : [],
          ),
        );
      }),
  );
}

/** Matches whose place in the order is that of an image without the value, since it could not be read. One alone needs no order. */
export function orderedUnread(matches: readonly Image[], keys: readonly OrderKey[]): Unreadable[] {
  if (!hasOddImages() || matches.length < 2) return [];
  return grouped(
    ordered(
      matches.filter((image) => oddMembers(image).length > 0),
      keys,
    ).flatMap((image) =>
      oddMembers(image).flatMap((member) =>
        orderMembers(keys, image).includes(member) ? [{ argument: "orderBy", member, image }] : [],
      ),
    ),
  );
}

function grouped(
  found: readonly { readonly argument: string; readonly member: string; readonly image: Image }[],
): Unreadable[] {
  const groups = Map.groupBy(found, ({ argument, member }) => JSON.stringify([argument, member]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined
      ? []
      : [{ argument: first.argument, member: first.member, images: group.map(({ image }) => image) }];
  });
}
