import * as z from "zod/mini";
import { fieldFacts } from "../../provider/contract/field.ts";
import { image } from "../../provider/contract/image.ts";
import { selection } from "../../provider/contract/selection.ts";
import { errorCodes } from "../../provider/errors/compshare-error.ts";
import { problemKinds } from "../../provider/messages/problem-text.ts";
import { exitCodes } from "../exit-codes.ts";
import { knownImage, reportBody } from "../report/report-schema.ts";

/** What is wrong with an input; each kind has further facts. */
const problem = z.object({
  property: z.string(),
  text: z.string(),
  kind: z.enum(problemKinds),
  allowed: z.optional(z.array(z.string())),
  closest: z.optional(z.string()),
});

const facts = {
  code: z.optional(z.enum(Object.keys(errorCodes))),
  reason: z.optional(z.string()),
  category: z.optional(z.string()),
  facts: z.optional(z.looseObject({ problems: z.optional(z.array(problem)) })),
  attempts: z.optional(z.record(z.string(), z.unknown())),
};

const listing = z.object({ source: z.string(), region: z.string(), images: z.int() });

const change = z.object({
  kind: z.enum(["added", "removed", "changed"]),
  source: z.string(),
  region: z.string(),
  id: z.string(),
  name: z.string(),
  members: z.array(z.string()),
});

/** What each command prints with `--json`, by the name and version of its schema. */
const documents = {
  "compshare-find/1": z.object({
    totalCount: z.int(),
    images: z.array(image),
    /** Versions as the filter `version` reads them, by the ID of the image; of one without a version there is none. */
    versions: z.record(z.string(), z.string()),
    selection,
  }),
  "compshare-explain/1": z.object({
    found: z.boolean(),
    image: z.optional(image),
    selection: z.optional(selection),
    funnel: z.optional(z.array(z.object({ argument: z.string(), left: z.int(), unspecified: z.int() }))),
    error: z.optional(z.object(facts)),
  }),
  "compshare-tags/1": z.object({
    categories: z.array(
      z.object({ name: z.string(), tags: z.array(z.object({ tag: z.string(), images: z.int() })) }),
    ),
  }),
  "compshare-snapshot/1": z.object({
    file: z.string(),
    takenAt: z.string(),
    changed: z.boolean(),
    written: z.boolean(),
    listings: z.array(listing),
    changes: z.array(change),
    releases: z.optional(z.object({ file: z.string(), changed: z.boolean() })),
  }),
  "compshare-browse/1": z.object({ file: z.string(), takenAt: z.string(), images: z.int() }),
  "compshare-outdated/1": z.object({
    pins: z.array(
      z.object({
        pin: z.string(),
        stack: z.nullable(z.string()),
        path: z.nullable(z.string()),
        line: z.nullable(z.int()),
        image: knownImage,
        outdated: z.boolean(),
        findings: z.array(
          z.object({
            kind: z.enum([
              "newer",
              "withdrawn",
              "gone",
              "missing",
              "unlisted",
              "unmatched",
              "comment",
              "unknown",
            ]),
            image: z.optional(knownImage),
            status: z.optional(z.string()),
            takenAt: z.optional(z.string()),
            listing: z.optional(z.object({ source: z.string(), region: z.string() })),
            shown: z.optional(z.string()),
            expected: z.optional(z.string()),
            reason: z.optional(z.string()),
          }),
        ),
      }),
    ),
  }),
  "compshare-update/1": z.object({
    written: z.boolean(),
    changes: z.array(
      z.object({
        label: z.nullable(z.string()),
        query: z.string(),
        path: z.string(),
        line: z.int(),
        before: knownImage,
        after: knownImage,
      }),
    ),
  }),
  "compshare-report/1": reportBody,
  "compshare-simulator/1": z.object({ environment: z.record(z.string(), z.string()) }),
  "compshare-completion/1": z.object({ shell: z.string(), script: z.string() }),
  "compshare-version/1": z.object({ version: z.string() }),
  "compshare-error/1": z.object({ exitCode: z.enum(exitCodes), text: z.string(), ...facts }),
} as const satisfies Readonly<Record<`${string}/${number}`, z.ZodMiniObject>>;

const named = z.registry<{ readonly id: string }>();
named.add(image, { id: "Image" });
named.add(selection, { id: "Selection" });
named.add(problem, { id: "Problem" });

/** A JSON Schema that every document of the command line satisfies. */
export function documentsSchema(): object {
  const known = Object.entries(documents).map(([schema, { shape }]) =>
    z.object({ schema: z.literal(schema), ...shape }),
  );
  return {
    title: "What compshare-images prints with --json",
    ...z.toJSONSchema(z.union(known), {
      io: "output",
      metadata: named,
      override: ({ zodSchema, jsonSchema }) => {
        const description = fieldFacts.get(zodSchema)?.description;
        if (description !== undefined) jsonSchema.description = description;
        // A later version may say more.
        delete jsonSchema.additionalProperties;
      },
    }),
  };
}
