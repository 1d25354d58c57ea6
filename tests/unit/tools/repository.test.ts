import { expect, test } from "@jest/globals";
import { requireOwner } from "../../../tools/repository.ts";

test("nothing is published while the owner is the placeholder", () => {
  expect(() => requireOwner({ repository: "https://github.com/owner_not_set/pulumi-compshare" })).toThrow(
    "package.json names nobody as the owner of the repository (owner_not_set): nothing can be published. " +
      "Put the real address there with `npm run owner -- NAME`, and commit what it changes.",
  );
});

test("with an owner the repository is known", () => {
  expect(requireOwner({ repository: "https://github.com/somebody/pulumi-compshare" })).toEqual({
    url: "https://github.com/somebody/pulumi-compshare",
    owner: "somebody",
    name: "pulumi-compshare",
  });
});
