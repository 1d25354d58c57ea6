import * as compshare from "pulumi-compshare";

// All images with both tags, newest first; tags are case-insensitive.
const learningImages = compshare.getCompShareImagesOutput({ tags: ["深度学习", "PyTorch"] });

// The newest image with at least one of these tags.
const servingImage = compshare.getCompShareImageOutput({ tagsAny: ["推理框架", "vLLM"], mostRecent: true });

export const learning = {
  id: learningImages.ids,
  name: learningImages.names,
  asked: learningImages.selection.appliedFilters,
};

export const serving = {
  id: servingImage.id,
  name: servingImage.name,
  asked: servingImage.selection.appliedFilters,
};
