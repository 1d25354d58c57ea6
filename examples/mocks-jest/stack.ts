import * as compshare from "pulumi-compshare";

/** What the inference service runs on: the highest vLLM before 1.0. */
export const inference = new compshare.ImagePin("inference", {
  framework: "vLLM",
  version: ">=0.10 <1",
  policy: "withinRange",
});

/** What training runs on: the newest official PyTorch on CUDA 12. */
export const training = compshare.getCompShareImageOutput({
  framework: "PyTorch",
  cudaVersion: "12.x",
  officialOnly: true,
  mostRecent: true,
});
