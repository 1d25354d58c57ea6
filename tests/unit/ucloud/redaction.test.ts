import { expect, test } from "@jest/globals";
import { createRedaction } from "../../../provider/ucloud/redaction.ts";

const hide = createRedaction({ "[signature]": "cba5cf5ec4d4233d", "[publicKey]": "someone@example.com" });

test.each([
  ["Signature=cba5cf5ec4d4233d", "Signature=[signature]"],
  ["cba5cf5ec4d4233dcba5cf5ec4d4233d", "[signature][signature]"],
  ["user someone@example.com does not exist", "user [publicKey] does not exist"],
  [
    "PublicKey=someone%40example.com&Signature=cba5cf5ec4d4233d",
    "PublicKey=[publicKey]&Signature=[signature]",
  ],
  ["Params [Region] not available", "Params [Region] not available"],
])("%s becomes %s", (text, shown) => {
  expect(hide(text)).toBe(shown);
});

test.each([
  ["a", "a banana", "a banana"],
  ["banana7", "a banana7", "a banana7"],
  ["banana78", "a banana78", "a [publicKey]"],
])(
  "a key of less than eight characters is no secret, since it would garble other words: %s",
  (key, text, shown) => {
    expect(createRedaction({ "[publicKey]": key })(text)).toBe(shown);
  },
);
