import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { flattenParameters, type ParameterValue } from "../../../provider/ucloud/flatten-parameters.ts";
import { signature, textToSign } from "../../../provider/ucloud/signature.ts";
import { signedOrder } from "../../support/ucloud/signature-vectors.ts";

type Parameters = Readonly<Record<string, ParameterValue>>;

interface ValidCase {
  readonly result: "valid";
  readonly publicKey: string;
  readonly privateKey: string;
  readonly names: readonly string[];
  readonly text: string;
  readonly signature: string;
  /** The body as it is sent. */
  readonly form: string;
}

interface InvalidCase {
  readonly result: "invalid";
  readonly error: string;
}

type Case = (ValidCase | InvalidCase) & {
  readonly id: number;
  readonly comment: string;
  readonly flags: readonly string[];
  readonly parameters: Parameters;
};

const source = readFileSync("tests/vectors/signing.json", "utf8");
const file: { readonly flags: Readonly<Record<string, string>>; readonly cases: readonly Case[] } =
  JSON.parse(
    source,
    // JSON has no way to write these numbers.
    (_, value: unknown) =>
      typeof value === "object" && value !== null && "$number" in value ? Number(value.$number) : value,
  );

const byResult = <Result extends Case["result"]>(result: Result) =>
  file.cases.filter((one): one is Extract<Case, { readonly result: Result }> => one.result === result);

test("there are at least 200 cases, numbered from 1, no two of them the same", () => {
  expect(file.cases.length).toBeGreaterThanOrEqual(200);
  expect(file.cases.map(({ id }) => id)).toEqual(file.cases.map((_, index) => index + 1));
  const plain: readonly object[] = JSON.parse(source).cases;
  const distinct = new Set(plain.map((one) => JSON.stringify({ ...one, id: 0, comment: "" })));
  expect(distinct.size).toBe(plain.length);
});

test("every flag is described, and stands at a case", () => {
  const used = new Set(file.cases.flatMap(({ flags }) => flags));
  expect([...used].toSorted()).toEqual(Object.keys(file.flags).toSorted());
});

test.each(byResult("valid"))("case $id, $comment: ordered, joined, signed and sent", (one) => {
  const parameters = flattenParameters({ ...one.parameters, PublicKey: one.publicKey });
  const sent = signature(parameters, one.privateKey);
  // The first line that differs is the step that is broken.
  expect({
    names: signedOrder(parameters),
    text: textToSign(parameters, one.privateKey),
    signature: sent,
    form: new URLSearchParams([...parameters.set("Signature", sent)]).toString(),
  }).toEqual({ names: one.names, text: one.text, signature: one.signature, form: one.form });
});

test.each(byResult("invalid"))("case $id, $comment: refused", ({ parameters, error }) => {
  expect(() => flattenParameters(parameters)).toThrow(new TypeError(error));
});

test("cases flagged as ambiguous come in pairs of one signature", () => {
  const signatures = byResult("valid")
    .filter(({ flags }) => flags.includes("Ambiguity"))
    .map((one) => one.signature);
  expect(signatures.length).toBeGreaterThanOrEqual(20);
  for (const one of signatures)
    expect(signatures.filter((other) => other === one).length).toBeGreaterThanOrEqual(2);
});
