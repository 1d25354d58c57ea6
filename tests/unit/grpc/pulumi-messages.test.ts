import { expect, test } from "@jest/globals";
import { LogSeverity } from "@pulumi/pulumi/proto/engine_pb.js";
import { ConfigureRequest, DiffResponse, PropertyDiff } from "@pulumi/pulumi/proto/provider_pb.js";
import * as fc from "fast-check";
import * as ours from "../../../provider/grpc/pulumi-messages.ts";
import { decode, encode, type Fields, type Message } from "../../../provider/grpc/wire-message.ts";
import {
  getField,
  type Kind,
  kindOf,
  setField,
  type TheirClass,
  theirClasses,
} from "../../support/grpc/their-messages.ts";

const { diffChanges, diffKind, logSeverity, ...tables } = ours;

const text = fc.string({ unit: "grapheme" });
/** `@pulumi/pulumi` loses a member that is called `__proto__`. */
const name = text.filter((one) => one !== "__proto__");
const struct: fc.Arbitrary<Record<string, unknown>> = fc.dictionary(
  name,
  fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constant(null),
      fc.boolean(),
      fc.double(),
      text,
      fc.array(tie("value"), { maxLength: 5 }),
      fc.dictionary(name, tie("value"), { maxKeys: 5, noNullPrototype: true }),
    ),
  })).value,
  { maxKeys: 5, noNullPrototype: true },
);

const values: Readonly<Record<Kind, fc.Arbitrary<unknown>>> = {
  text,
  flag: fc.boolean(),
  number: fc.nat({ max: 5 }),
  struct: fc.option(struct, { nil: undefined }),
  texts: fc.array(text),
  failures: fc.array(fc.record({ property: text, reason: text })),
  differences: fc.dictionary(name, fc.record({ kind: fc.nat({ max: 5 }), inputDiff: fc.boolean() }), {
    noNullPrototype: true,
  }),
};

/** Values for the fields of a message. */
function anyOf(theirs: TheirClass, names: readonly string[]): fc.Arbitrary<Record<string, unknown>> {
  const fields = names.map((one) => [one, values[kindOf(theirs, one)]] as const);
  return fc.record(Object.fromEntries(fields), { noNullPrototype: true });
}

const pairs = Object.entries(tables).map(
  ([table, own]) => [table, own as Message<Fields>, theirClasses[table]] as const,
);

test("every message of ours is compared with one of @pulumi/pulumi", () => {
  expect(Object.keys(theirClasses).toSorted()).toEqual(Object.keys(tables).toSorted());
});

test.each(pairs)("%s that @pulumi/pulumi writes is read as it was", (_, own, theirs) => {
  if (theirs === undefined) throw new Error("there is nothing to compare with");
  fc.assert(
    fc.property(anyOf(theirs, Object.keys(own.shape)), (given) => {
      const message = new theirs();
      for (const [field, value] of Object.entries(given))
        if (value !== undefined) setField(message, field, kindOf(theirs, field), value);
      expect(decode(own, Buffer.from(message.serializeBinary()))).toEqual(given);
    }),
  );
});

test.each(pairs)("%s that is written is read by @pulumi/pulumi as it was", (_, own, theirs) => {
  if (theirs === undefined) throw new Error("there is nothing to compare with");
  const kinds = Object.keys(own.shape).map((field) => [field, kindOf(theirs, field)] as const);
  fc.assert(
    fc.property(anyOf(theirs, Object.keys(own.shape)), (given) => {
      const message = theirs.deserializeBinary(encode(own, given));
      expect(
        Object.fromEntries(kinds.map(([field, kind]) => [field, getField(message, field, kind)])),
      ).toEqual(given);
    }),
  );
});

test("fields that a table does not have are passed over", () => {
  const request = new ConfigureRequest().setUrn("urn").setId("id").setSendsOldInputs(true).setType("type");
  request.getVariablesMap().set("compshare:config:region", "cn-bj2");
  expect(decode(ours.configureRequest, Buffer.from(request.serializeBinary()))).toEqual({
    args: undefined,
    urn: "urn",
  });
});

test("numbers with a meaning are those of @pulumi/pulumi", () => {
  expect(logSeverity).toEqual(LogSeverity);
  expect(diffChanges).toEqual(DiffResponse.DiffChanges);
  expect(PropertyDiff.Kind).toMatchObject(diffKind);
});
