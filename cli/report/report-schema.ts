import * as z from "zod/mini";

/** What is known of an image without asking CompShare. */
export const knownImage = z.object({
  id: z.string(),
  name: z.optional(z.string()),
  version: z.optional(z.string()),
  publishedAt: z.optional(z.string()),
  price: z.optional(z.number()),
  tags: z.optional(z.array(z.string())),
});

const pinChange = z.object({
  /** Name of the pin: of the resource, or the label of the annotation. */
  pin: z.string(),
  /** File and line, where an annotation is compared. */
  place: z.optional(z.object({ path: z.string(), line: z.int().check(z.gte(1)) })),
  /** What happens to the pin. */
  kind: z.enum(["created", "moved", "removed", "unchanged"]),
  before: z.optional(knownImage),
  /** Absent where the image is not known before the update. */
  after: z.optional(knownImage),
  /** State of the image that stays pinned, as of the last refresh. */
  status: z.optional(z.string()),
  /** A newer image than the one that stays pinned, as of the last refresh. */
  newer: z.optional(knownImage),
  /** The resources that change with the pin. */
  effects: z.array(z.object({ name: z.string(), type: z.string(), op: z.string() })),
});

/** A change of one pin. */
export type PinChange = z.output<typeof pinChange>;

/** A resource that changes with a pin. */
export type Effect = PinChange["effects"][number];

/** What `report` prints with `--json`. */
export const reportBody = z.object({
  sections: z.array(
    z.object({
      project: z.nullable(z.string()),
      stack: z.nullable(z.string()),
      failed: z.boolean(),
      pins: z.array(pinChange),
    }),
  ),
});
