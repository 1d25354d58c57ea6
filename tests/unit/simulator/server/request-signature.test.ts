import { expect, test } from "@jest/globals";
import { flattenedParameters } from "../../../../simulator/server/request-parameters.ts";
import { documentedSignature } from "../../../../simulator/server/request-signature.ts";
import { signatureVectors } from "../../../support/ucloud/signature-vectors.ts";

test("there are 28 vectors", () => {
  expect(signatureVectors).toHaveLength(28);
});

test.each(signatureVectors)("signs the vector $name", ({ publicKey, privateKey, params, signature }) => {
  const parameters = flattenedParameters({ ...params, PublicKey: publicKey });
  expect(documentedSignature(parameters, privateKey)).toBe(signature);
});

test("a Signature among the parameters is not signed", () => {
  const bare = new Map([["Action", "T"]]);
  const signed = new Map([...bare, ["Signature", "anything"]]);
  expect(documentedSignature(signed, "key")).toBe(documentedSignature(bare, "key"));
});
