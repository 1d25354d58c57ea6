import * as compshare from "pulumi-compshare";

// The one image with exactly this name. None or several is an error.
const trainingImage = compshare.getCompShareImageOutput({ name: "cuda128_torch291_py312" });

// The newest of all images whose name contains this.
const inferenceImage = compshare.getCompShareImageOutput({ nameContains: "vLLM", mostRecent: true });

export const training = {
  id: trainingImage.id,
  name: trainingImage.name,
  asked: trainingImage.selection.appliedFilters,
};

export const inference = {
  id: inferenceImage.id,
  name: inferenceImage.name,
  asked: inferenceImage.selection.appliedFilters,
};
