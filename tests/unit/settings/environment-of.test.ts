import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { environmentOf } from "../../../provider/settings/environment-of.ts";

test("the first variable that is not empty stands in for a key", () => {
  expect(environmentOf("publicKey", { COMPSHARE_PUBLIC_KEY: "", UCLOUD_PUBLIC_KEY: "b" })).toEqual({
    text: "b",
    from: "UCLOUD_PUBLIC_KEY",
  });
  expect(environmentOf("publicKey", { COMPSHARE_PUBLIC_KEY: "a", UCLOUD_PUBLIC_KEY: "b" })).toEqual({
    text: "a",
    from: "COMPSHARE_PUBLIC_KEY",
  });
  expect(environmentOf("timeoutSeconds", { COMPSHARE_TIMEOUT_SECONDS: "5" })).toBeUndefined();
});

test("no room but the contract reads a variable by a name of its own", () => {
  const read = readdirSync("provider", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.startsWith("contract"))
    .filter((path) => /"(?:COMPSHARE|UCLOUD)_[A-Z_]+"/.test(readFileSync(join("provider", path), "utf8")));
  expect(read).toEqual([]);
});
