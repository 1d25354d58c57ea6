import { expect, test } from "@jest/globals";
import type { Image } from "../../../../provider/contract/image.ts";
import { statuses } from "../../../../provider/lookup/filters/statuses.ts";
import { makeImage } from "../../../support/listings/make-image.ts";

const { status: _, ...stateless } = makeImage({ id: "stateless" });
const offline = makeImage({ id: "offline", status: "Offline" });
const frozen = makeImage({ id: "frozen", status: "Frozen" });

test.each<[string, readonly string[], Image, readonly Image[], readonly string[]]>([
  ["the status of the image is added", ["Available"], offline, [offline], ["Available", "Offline"]],
  ["one that is asked for is not added twice", ["Offline"], offline, [offline], ["Offline"]],
  ["one that no image has and CompShare does not know goes", ["available"], offline, [offline], ["Offline"]],
  [
    "one that CompShare does not document stays where an image has it",
    ["Frozen"],
    offline,
    [offline, frozen],
    ["Frozen", "Offline"],
  ],
  [
    "`Unknown` stands for an image without a status",
    ["Available"],
    stateless,
    [stateless],
    ["Available", "Unknown"],
  ],
  [
    "`Unknown` stays where an image has no status",
    ["Unknown"],
    offline,
    [offline, stateless],
    ["Unknown", "Offline"],
  ],
  ["`Unknown` goes where every image has one", ["Unknown"], offline, [offline, frozen], ["Offline"]],
])("to let an image in, %s", (_, wanted, keptOut, all, expected) => {
  expect(statuses.widened?.(wanted, [keptOut], all)).toEqual({ statuses: expected });
});
