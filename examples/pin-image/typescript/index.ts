import * as compshare from "pulumi-compshare";

// Looked up when it is created. From then on a newer image moves nothing: it shows as newerAvailable after a refresh.
const base = new compshare.ImagePin("base", { nameContains: "cuda13", mostRecent: true });

export const training = { id: base.imageId, name: base.name };
export const newerAvailable = base.newerAvailable;
