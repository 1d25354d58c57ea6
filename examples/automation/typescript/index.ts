import { LocalWorkspace } from "@pulumi/pulumi/automation/index.js";
import * as compshare from "pulumi-compshare";

const stack = await LocalWorkspace.createOrSelectStack({
  projectName: "automation",
  stackName: "dev",
  program: async () => ({
    imageId: compshare.getCompShareImageOutput({ name: "cuda128_torch291_py312" }).id,
  }),
});
const { outputs } = await stack.up();
console.log(outputs["imageId"]?.value);
