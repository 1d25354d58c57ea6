import { expect, test } from "@jest/globals";
import { parseRepository } from "../../../provider/schema/repository.ts";

test.each([
  "https://github.com/some-body/pulumi-compshare",
  "https://github.com/some-body/pulumi-compshare.git",
])("%s is read", (url) => {
  expect(parseRepository(url)).toEqual({
    url: "https://github.com/some-body/pulumi-compshare",
    owner: "some-body",
    name: "pulumi-compshare",
  });
});

test.each([
  "",
  "github:some-body/pulumi-compshare",
  "http://github.com/some-body/pulumi-compshare",
  "https://gitlab.com/some-body/pulumi-compshare",
  "https://github.com/pulumi-compshare",
  "https://github.com/some-body/pulumi-compshare/tree/main",
  "https://github.com/some body/pulumi-compshare",
])("%j is refused, with what it has to be", (url) => {
  expect(() => parseRepository(url)).toThrow("has to be https://github.com/OWNER/NAME");
});
