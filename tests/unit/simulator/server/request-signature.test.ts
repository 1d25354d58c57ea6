import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { flattenedParameters } from "../../../../simulator/server/request-parameters.ts";
import { documentedSignature } from "../../../../simulator/server/request-signature.ts";

interface Vector {
  readonly name: string;
  readonly publicKey: string;
  readonly privateKey: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly signature: string;
}

const vectors = JSON.parse(readFileSync("tests/vectors/signature-vectors.json", "utf8")) as readonly Vector[];

test("there are 28 vectors", () => {
  expect(vectors).toHaveLength(28);
});

test.each(vectors)("signs the vector $name", ({ publicKey, privateKey, params, signature }) => {
  const parameters = flattenedParameters({ ...params, PublicKey: publicKey });
  expect(documentedSignature(parameters, privateKey)).toBe(signature);
});

test("a Signature among the parameters is not signed", () => {
  const bare = new Map([["Action", "T"]]);
  const signed = new Map([...bare, ["Signature", "anything"]]);
  expect(documentedSignature(signed, "key")).toBe(documentedSignature(bare, "key"));
});
