import type { Members } from "../../plugin/plugin-calls.ts";
import type { FaultName } from "../faults.ts";
import { type Failure, json, rows, type Scenario, type Step } from "../scenario.ts";

const call = ["getCompShareImages", {}] as const;
const [one = {}, two = {}] = rows;

const shape = (says: string): Failure => ({ status: 13, code: "RESPONSE_UNEXPECTED: SCHEMA", says });
const wrong = (path: string): Failure =>
  shape(`DescribeCompShareImages: ${path} is not of the type that CompShare documents`);

/** A list of one page, and the empty one behind it. */
const list =
  (images: unknown, total: unknown = Array.isArray(images) ? images.length : 0): Step =>
  ({ form }) =>
    json({ RetCode: 0, TotalCount: total, ImageSet: form.get("Offset") === "0" ? images : [] });

/** What comes of a row with one member changed. */
const changed = (
  fault: FaultName,
  what: string,
  members: Readonly<Record<string, unknown>>,
  result: Members | Failure,
): Scenario => ({
  fault,
  what,
  call,
  steps: [list([{ ...one, ...members }, two])],
  requests: "code" in result ? 1 : 2,
  result,
});

const bothFound: Members = { ids: ["compshareImage-one", "compshareImage-two"] };
/** Members of the first image of the response. */
const first = (members: Members): Members => ({ images: [members, { id: "compshareImage-two" }] });

/** Numbers that no double holds travel as text here: JSON.stringify would round them. */
const rawNumber = (fault: FaultName, what: string, name: string, digits: string): Scenario => ({
  fault,
  what,
  call,
  steps: [
    (asked) => {
      const step = list([{ ...one, [name]: 4711 }, two]);
      const wires = typeof step === "function" ? step(asked) : step;
      return wires.map((wire) => rewritten(wire, "4711", digits));
    },
  ],
  requests: 2,
  result: bothFound,
});

/** A page of a hundred images of which one has these members. */
const hundred = (what: string, members: Members, result: Members | Failure): Scenario => ({
  fault: "one bad row in a page",
  what,
  call,
  steps: [
    list(
      Array.from({ length: 100 }, (_, index) => ({
        ...one,
        CompShareImageId: `compshareImage-${index}`,
        ...(index === 57 && members),
      })),
    ),
  ],
  requests: "code" in result ? 1 : 2,
  result,
});

function rewritten(
  wire: ReturnType<typeof json>[number],
  from: string,
  to: string,
): ReturnType<typeof json>[number] {
  if (typeof wire === "string" || !("send" in wire)) return wire;
  const before = Buffer.from(wire.send).toString();
  if (!before.includes(from)) return wire;
  const text = before.replace(from, to);
  const grown = to.length - from.length;
  return {
    send: text.replace(
      /content-length: (\d+)/,
      (_, length: string) => `content-length: ${Number(length) + grown}`,
    ),
  };
}

/** Drift of the response's shape. */
export const schema: readonly Scenario[] = [
  ...[undefined, null].map(
    (images): Scenario => ({
      fault: "missing image list",
      what: `ImageSet ${images === null ? "null" : "missing"} beside a TotalCount of 0`,
      call,
      steps: [json({ RetCode: 0, TotalCount: 0, ImageSet: images })],
      requests: 1,
      result: { ids: [], totalCount: 0 },
    }),
  ),
  {
    // Pages behind the last one are sent like this, so it is an incomplete list rather than a wrong shape.
    fault: "missing image list",
    what: "ImageSet null beside a TotalCount of 5",
    call,
    steps: [json({ RetCode: 0, TotalCount: 5, ImageSet: null })],
    requests: 2,
    result: {
      status: 13,
      code: "RESPONSE_UNEXPECTED: PAGE_INCOMPLETE",
      says: "only 0 of 5 images could be read, and an incomplete list is no result",
    },
  },
  ...[{ 0: one }, "none", 5, true].map(
    (images): Scenario => ({
      fault: "image list of the wrong type",
      what: `ImageSet ${JSON.stringify(images).slice(0, 12)}`,
      call,
      steps: [json({ RetCode: 0, TotalCount: 1, ImageSet: images })],
      requests: 1,
      result: wrong("ImageSet"),
    }),
  ),
  changed(
    "missing image ID",
    "ImageId instead of CompShareImageId",
    { CompShareImageId: undefined, ImageId: "compshareImage-one" },
    bothFound,
  ),
  changed(
    "missing image ID",
    "no ID at all",
    { CompShareImageId: undefined },
    wrong("ImageSet[0].CompShareImageId"),
  ),
  changed(
    "missing optional members",
    "members that are missing or null",
    { Author: undefined, Description: null, Softwares: null },
    bothFound,
  ),
  changed(
    "numbers and booleans as text",
    "counts as text",
    { Size: "30720", PubTime: "1700000000" },
    first({ sizeMb: 30720, publishedAt: "2023-11-14T22:13:20Z" }),
  ),
  changed(
    "numbers and booleans as text",
    'Container "True"',
    { Container: "True" },
    first({ container: true }),
  ),
  changed("numbers and booleans as text", "Container true", { Container: true }, first({ container: true })),
  changed("numbers and booleans as text", "Size that is no number", { Size: "large" }, bothFound),
  {
    ...changed(
      "unknown image type or status",
      "an ImageType and a Status that nobody knows",
      { ImageType: "Agent", Status: "Frozen" },
      {},
    ),
    call: ["getCompShareImages", { statuses: ["Frozen", "Available"] }],
    result: first({ imageType: "Agent", status: "Frozen" }),
  },
  changed(
    "unknown or oversized members",
    "members that nobody knows",
    { Sparkle: Object.fromEntries(Array.from({ length: 500 }, (_, key) => [`k${key}`, key])) },
    bothFound,
  ),
  changed("unknown or oversized members", "a readme of 200 kB", { Readme: "x".repeat(200_000) }, bothFound),
  rawNumber("numbers out of range", "a Size that no double holds", "Size", "9007199254740993"),
  rawNumber("numbers out of range", "a Size without bounds", "Size", "1e400"),
  changed("numbers out of range", "half a MB", { Size: 1.5 }, bothFound),
  changed("numbers out of range", "a time before 1970", { PubTime: -1 }, bothFound),
  ...[-1, 1.5, "many", true].map(
    (total): Scenario => ({
      fault: "numbers out of range",
      what: `TotalCount ${JSON.stringify(total)}`,
      call,
      steps: [list([one], total)],
      requests: 1,
      result: wrong("TotalCount"),
    }),
  ),
  changed("malformed tags", "Tags null", { Tags: null }, first({ id: "compshareImage-one", tags: [] })),
  changed(
    "malformed tags",
    "Tags that are a text",
    { Tags: "a" },
    first({ id: "compshareImage-one", tags: [] }),
  ),
  changed(
    "malformed tags",
    "Tags with holes",
    { Tags: ["a", null, 1] },
    first({ id: "compshareImage-one", tags: [] }),
  ),
  changed("malformed software", "Softwares that is a list", { Softwares: ["PyTorch"] }, bothFound),
  hundred("one row of 100 whose name is a list", { Name: ["canary-of-a-body"] }, { totalCount: 100 }),
  hundred(
    "one row of 100 without an ID",
    { CompShareImageId: null, Name: "canary-of-a-body" },
    wrong("ImageSet[57].CompShareImageId"),
  ),
];
