import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import type { ActionName, ActionRequest } from "../../../provider/contract/actions.ts";
import { createClient } from "../../../provider/ucloud/client.ts";
import { encodeRequest } from "../../../provider/ucloud/encode-request.ts";
import { createSecret } from "../../../provider/ucloud/secret.ts";
import { documentedSignature } from "../../../simulator/server/request-signature.ts";
import { clientParts, reply } from "../../support/ucloud/client-parts.ts";
import { createVirtualClock } from "../../support/ucloud/virtual-clock.ts";

const ascii = fc.string({ minLength: 1, maxLength: 60, unit: "grapheme-ascii" });
const wellFormed = fc.string({ minLength: 1, unit: "binary" });
const tricky = fc.constantFrom(
  "a+b&c=d%20",
  "x&Action=Terminate",
  "\r\n\0",
  "🚀",
  "  64位 ",
  "é",
  "é",
  "Signature",
  "%",
);
const text = fc.oneof(wellFormed, tricky);
const maybe = fc.option(text, { nil: undefined });
const scope = { region: text, zone: maybe, projectId: maybe };
const page = { offset: fc.nat(), limit: fc.integer({ min: 1, max: 100 }) };

const listing = fc.record({
  ...scope,
  id: maybe,
  imageType: maybe,
  name: maybe,
  author: maybe,
  ...page,
});
const keys = fc.record({ publicKey: ascii, privateKey: ascii });

async function sentForm(
  action: ActionName,
  request: ActionRequest<"DescribeCompShareImages">,
  { publicKey, privateKey }: { readonly publicKey: string; readonly privateKey: string },
): Promise<string> {
  const forms: string[] = [];
  const parts = clientParts(async (_, form) => {
    forms.push(form);
    return reply(200, '{"RetCode":0}');
  }, createVirtualClock());
  const client = createClient({ ...parts, publicKey, privateKey: createSecret(privateKey) });
  await client.call(action, request, { deadline: 1000, signal: new AbortController().signal });
  expect(forms).toHaveLength(1);
  return forms[0] ?? "";
}

const wireNames = {
  region: "Region",
  zone: "Zone",
  projectId: "ProjectId",
  id: "CompShareImageId",
  imageType: "ImageType",
  name: "Name",
  author: "Author",
  offset: "Offset",
  limit: "Limit",
};

test("what is signed is what is sent: the form holds the request as it was, and the simulator accepts its signature", async () => {
  await fc.assert(
    fc.asyncProperty(listing, keys, async (request, account) => {
      const form = await sentForm("DescribeCompShareImages", request, account);
      const sent = new Map(new URLSearchParams(form));
      const expected = Object.entries(request).flatMap(([name, value]): [string, string][] =>
        value === undefined ? [] : [[wireNames[name as keyof typeof wireNames], String(value)]],
      );
      expect(sent.get("Signature")).toBe(documentedSignature(sent, account.privateKey));
      sent.delete("Signature");
      expect(sent).toEqual(
        new Map([["Action", "DescribeCompShareImages"], ["PublicKey", account.publicKey], ...expected]),
      );
      expect(form).toMatch(/^[\x21-\x7e]*$/);
    }),
    { numRuns: 300 },
  );
});

test("a signed form is the parameters in their order, the public key and the signature", async () => {
  const request = { region: "cn-wlcb", name: "ComfyUI 基础+", offset: 0, limit: 100 };
  const account = { publicKey: "someone@example.com", privateKey: "secret" };
  expect(await sentForm("DescribeCompShareImages", request, account)).toBe(
    "Action=DescribeCompShareImages&Region=cn-wlcb&Name=ComfyUI+%E5%9F%BA%E7%A1%80%2B&Offset=0&Limit=100&PublicKey=someone%40example.com&Signature=0f11ac27f3f1c2974366d799178d010d7fc05ba1",
  );
});

test("only names of the action's contract get through, whatever the request carries", () => {
  const request = {
    region: "cn-wlcb",
    offset: 0,
    limit: 1,
    Signature: "x",
    PublicKey: "x",
    Action: "Terminate",
    colour: 1,
  };
  expect(Object.fromEntries(encodeRequest("DescribeCompShareImages", request))).toEqual({
    Action: "DescribeCompShareImages",
    Region: "cn-wlcb",
    Offset: "0",
    Limit: "1",
  });
  expect(Object.fromEntries(encodeRequest("DescribeCompShareImageTags", request))).toEqual({
    Action: "DescribeCompShareImageTags",
    Region: "cn-wlcb",
  });
});

test("half a surrogate pair is refused before anything is sent", async () => {
  const request = { region: "cn-wlcb", name: "\ud83d", offset: 0, limit: 1 };
  await expect(
    sentForm("DescribeCompShareImages", request, { publicKey: "a", privateKey: "b" }),
  ).rejects.toThrow("Name holds half of a surrogate pair");
});
