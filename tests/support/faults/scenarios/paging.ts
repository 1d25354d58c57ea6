import { type Failure, json, type Scenario, type Step } from "../scenario.ts";

const call = ["getCompShareImages", {}] as const;

interface Row {
  readonly CompShareImageId: string;
  readonly Name: string;
  readonly ImageType: string;
  readonly Status: string;
  readonly PubTime: number;
}

const id = (index: number): string => `compshareImage-${String(index).padStart(3, "0")}`;
const rowsOf = (count: number, types: readonly string[] = ["App"]): readonly Row[] =>
  Array.from({ length: count }, (_, index) => ({
    CompShareImageId: id(index),
    Name: `image ${index}`,
    ImageType: types[index % types.length] ?? "App",
    Status: "Available",
    PubTime: 1_700_000_000 - index,
  }));
const idsOf = (count: number): string[] => Array.from({ length: count }, (_, index) => id(index));

type Page = (
  offset: number,
  limit: number,
  request: number,
) => { readonly rows: readonly Row[]; readonly total: unknown };

/** A server of pages; `request` counts from 1. */
function pages(page: Page): Step {
  let request = 0;
  return ({ form }) => {
    request += 1;
    const { rows, total } = page(Number(form.get("Offset")), Number(form.get("Limit")), request);
    return json({ RetCode: 0, TotalCount: total, ImageSet: rows });
  };
}

const cut = (rows: readonly Row[], offset: number, limit: number): readonly Row[] =>
  rows.slice(offset, offset + limit);

/** Limit and Offset count rows of each type on their own, as live. */
function perType(rows: readonly Row[], offset: number, limit: number): readonly Row[] {
  const types = [...new Set(rows.map(({ ImageType }) => ImageType))];
  return types.flatMap((type) =>
    cut(
      rows.filter(({ ImageType }) => ImageType === type),
      offset,
      limit,
    ),
  );
}

const fails = (reason: string, says: string): Failure => ({
  status: 13,
  code: `RESPONSE_UNEXPECTED: ${reason}`,
  says,
});
const all = (count: number) => ({ totalCount: count, ids: idsOf(count) });
const changedDuringRead = "the catalogue changed both times that it was read";

const [app72, mixed, app150] = [rowsOf(72), rowsOf(230, ["System", "App", "Other"]), rowsOf(150)];

export const paging: readonly Scenario[] = [
  {
    fault: "more rows than Limit",
    what: "pages that hold more rows than Limit, since each type counts on its own",
    call,
    steps: [pages((offset, limit) => ({ rows: perType(mixed, offset, limit), total: 230 }))],
    requests: 2,
    result: all(230),
  },
  {
    fault: "Limit clamped",
    what: "a Limit that is clamped to 7",
    call,
    steps: [pages((offset, limit) => ({ rows: cut(app72, offset, Math.min(limit, 7)), total: 72 }))],
    requests: [11, 13],
    result: all(72),
  },
  {
    fault: "Offset ignored",
    what: "an Offset that is ignored",
    call,
    steps: [pages((_, limit) => ({ rows: cut(app150, 0, limit), total: 150 }))],
    requests: [2, 6],
    result: fails("PAGE_STUCK", "the gateway repeats pages: only 100 of 150 images could be read"),
  },
  {
    fault: "Offset ignored",
    what: "an Offset that is ignored by a server that has sent everything",
    call,
    steps: [pages((_, limit) => ({ rows: cut(app72, 0, limit), total: 72 }))],
    requests: [1, 2],
    result: all(72),
  },
  {
    fault: "Limit ignored",
    what: "a Limit that is ignored",
    call,
    steps: [pages((offset) => ({ rows: app150.slice(offset), total: 150 }))],
    requests: [1, 3],
    result: all(150),
  },
  {
    fault: "empty page before the end",
    what: "an empty page before the end, once",
    call,
    steps: [
      pages((offset, limit, request) => ({
        rows: request === 2 ? [] : cut(app150, offset, limit),
        total: 150,
      })),
    ],
    requests: [4, 6],
    result: all(150),
  },
  {
    fault: "empty page before the end",
    what: "an empty page before the end, always",
    call,
    steps: [pages((offset, limit) => ({ rows: offset > 0 ? [] : cut(app150, offset, limit), total: 150 }))],
    requests: [4, 6],
    result: fails(
      "PAGE_INCOMPLETE",
      "the gateway ended the list early: only 100 of 150 images could be read",
    ),
  },
  ...[0, 40, undefined].map(
    (total): Scenario => ({
      fault: "wrong TotalCount",
      what: `a TotalCount of ${total ?? "nothing"}, which is too low`,
      call,
      steps: [pages((offset, limit) => ({ rows: cut(app150, offset, limit), total }))],
      requests: [2, 4] as const,
      result: all(150),
    }),
  ),
  {
    fault: "wrong TotalCount",
    what: "a TotalCount that is too high",
    call,
    steps: [pages((offset, limit) => ({ rows: cut(app150, offset, limit), total: 151 }))],
    requests: [4, 8],
    result: fails("PAGE_INCOMPLETE", "only 150 of 151 images could be read"),
  },
  {
    fault: "wrong TotalCount",
    what: "a TotalCount that changes on each page",
    call,
    steps: [pages((offset, limit, request) => ({ rows: cut(app150, offset, limit), total: 150 - request }))],
    requests: [4, 8],
    result: all(150),
    log: [new RegExp(changedDuringRead)],
  },
  {
    fault: "row removed between pages",
    what: "a row that goes between two pages, once",
    call,
    steps: [
      pages((offset, limit, request) => {
        const rows = request === 1 ? [...app150, ...rowsOf(151).slice(150)] : app150;
        return { rows: cut(rows, offset, limit), total: rows.length };
      }),
    ],
    requests: [4, 6],
    result: all(150),
  },
  {
    fault: "row changed between pages",
    what: "an image that reads otherwise each time",
    call,
    steps: [
      pages((offset, limit, request) => ({
        // The last row of a page stands at the beginning of the next one again.
        rows: cut(app150, Math.max(0, offset - 1), limit).map((row) => ({
          ...row,
          Name: `${row.Name} of ${request}`,
        })),
        total: 150,
      })),
    ],
    requests: [4, 8],
    result: all(150),
    log: [new RegExp(changedDuringRead)],
  },
  {
    fault: "endless rows",
    what: "rows without end",
    call,
    steps: [
      pages((offset, limit) => ({
        rows: rowsOf(limit).map((row, index) => ({
          ...row,
          CompShareImageId: `compshareImage-${offset + index}`,
        })),
        total: 1_000_000,
      })),
    ],
    requests: [200, 220],
    result: fails("LISTING_TOO_LARGE", "the list does not end: 20100 images on 201 pages were read"),
  },
  {
    fault: "page that never comes",
    what: "a third page that never comes",
    call,
    steps: [
      ({ form }) => {
        if (form.get("Offset") === "200") return ["reset"];
        const rows = rowsOf(450);
        return json({ RetCode: 0, TotalCount: 450, ImageSet: cut(rows, Number(form.get("Offset")), 100) });
      },
    ],
    requests: [7, 10],
    result: { status: 14, code: "TRANSPORT_FAILED: NET_RESET", says: "(attempt 5 of 5, " },
  },
  {
    fault: "shuffled pages",
    what: "pages whose rows are shuffled",
    call,
    steps: [pages((offset, limit) => ({ rows: cut(app150, offset, limit).toReversed(), total: 150 }))],
    requests: 3,
    result: all(150),
  },
];
