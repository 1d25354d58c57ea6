import type { ActionName } from "../../../provider/contract/actions.ts";
import { createCatalogue } from "../../../provider/listings/catalogue.ts";
import type { Lookup } from "../../../provider/lookup/lookup.ts";
import { clientOver } from "../ucloud/client-parts.ts";

type Rows = readonly object[] | Error;

/** What a gateway has in each catalogue, or with which error it refuses; and its list of tags. */
export type Answers = Readonly<
  Record<string, Rows | readonly string[] | { readonly byId: Rows; readonly list: Rows }>
>;

const catalogues: Readonly<Record<ActionName, string>> = {
  DescribeCompShareImages: "platform",
  DescribeCompShareCustomImages: "custom",
  DescribeCompShareSharingImages: "shared",
  DescribeSelfCommunityImages: "published",
  DescribeCommunityImages: "community",
  DescribeCompShareImageTags: "tags",
};

/** A lookup over a gateway with these rows, which leaves out by part of the name and by author as CompShare does; and what it was asked. */
export function gateway(answers: Answers, scope: Lookup["scope"] = {}, cacheMs = 1000) {
  const asked: Readonly<Record<string, unknown>>[] = [];
  const told: string[] = [];
  const client = clientOver(({ action, request }) => {
    asked.push({ action, ...request });
    const given = answers[catalogues[action]] ?? [];
    if (action === "DescribeCompShareImageTags") return { Tags: given };
    const { id, name, author } = request;
    const offset = Number(request["offset"] ?? 0);
    const rows = "byId" in given ? (id === undefined ? given.list : given.byId) : given;
    if (rows instanceof Error) throw rows;
    const found = rows.filter(
      (row) =>
        (id === undefined || ("CompShareImageId" in Object(row) && Object(row).CompShareImageId === id)) &&
        (name === undefined || String(Object(row).Name).includes(String(name))) &&
        (author === undefined || Object(row).Author === author),
    );
    return { TotalCount: found.length, ImageSet: found.slice(offset, offset + 100) };
  });
  const catalogue = createCatalogue({
    connect: () => Promise.resolve(client),
    now: () => 0,
    timeoutMs: 1000,
    cacheMs,
  });
  const tell = (text: string): void => void told.push(text);
  const lookup = (): Lookup => ({
    catalogue,
    scope,
    yieldToEventLoop: () => Promise.resolve(),
    warn: tell,
    inform: tell,
  });
  return { lookup, asked, told };
}
