import { PolicyPack } from "@pulumi/policy";
import { type PinnedImage, violations } from "./rules";

// It works because a pin is a resource: a policy sees what was found, in previews too, before a machine is made of it.
new PolicyPack("compshare-images", {
  policies: [
    {
      name: "official-available-free-images",
      description: "Pinned images are CompShare's own, available and free.",
      enforcementLevel: "mandatory",
      // Of the stack, since a policy of a single resource sees its inputs only.
      validateStack: ({ resources }, report) => {
        for (const { type, props, urn } of resources) {
          if (type !== "compshare:index:ImagePin") continue;
          for (const text of violations(props as PinnedImage)) report(text, urn);
        }
      },
    },
  ],
});
