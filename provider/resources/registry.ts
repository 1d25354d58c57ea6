import type { ResourceName } from "../contract/resources.ts";
import { createImagePin } from "./image-pin.ts";
import type { Resource } from "./resource.ts";

/** The resources of the package by name. `now` tells the time in milliseconds since 1970. */
export function createResources(now: () => number): ReadonlyMap<string, Resource> {
  const resources: Readonly<Record<ResourceName, Resource>> = { ImagePin: createImagePin(now) };
  return new Map(Object.entries(resources));
}
