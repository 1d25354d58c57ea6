import type { Image } from "../../../provider/contract/image.ts";
import type { Filters } from "../../../provider/contract/query.ts";
import type { NoMatch } from "../../../provider/errors/no-match.ts";
import { explainNone } from "../../../provider/lookup/explain-none.ts";
import type { Question } from "../../../provider/lookup/search.ts";
import { noMatchText } from "../../../provider/messages/no-match-text.ts";
import { makeImage } from "../listings/make-image.ts";
import { free, scope, wanted } from "./shelf.ts";

/** Members of an image that an error explains. */
export type Members = Partial<Omit<Image, "id">>;

type Allows = Question["allows"];

/** One image for each of the members; they are called 1, 2, and so on, unless they have names. */
export function rows(...members: readonly Members[]): readonly Image[] {
  return members.map((more, index) =>
    makeImage({ id: `compshareImage-${index + 1}`, name: `${index + 1}`, ...more }),
  );
}

/** Four images with the same members: more than an error names of those that one filter alone keeps out. */
export function four(members: Members): readonly Members[] {
  return [members, members, members, members];
}

/** Why no image matches; every change to the query may be asked unless a test says otherwise. */
export function explain(
  filters: Partial<Filters>,
  images: readonly Image[],
  allows: Allows = free.allows,
): NoMatch {
  return explainNone({ ...free, allows, images, filters: wanted(filters), scope });
}

/** What an error says below the query and the number of images that each filter leaves. */
export function advised(...asked: Parameters<typeof explain>): readonly string[] {
  return noMatchText(explain(...asked))
    .split("\n")
    .slice(2);
}
