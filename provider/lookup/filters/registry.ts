import { author } from "./author.ts";
import { certifiedOnly } from "./certified-only.ts";
import { container } from "./container.ts";
import { createdAfter } from "./created-after.ts";
import { createdBefore } from "./created-before.ts";
import { cudaVersion } from "./cuda-version.ts";
import type { Filter, FilterName, Wanted } from "./filter.ts";
import { framework } from "./framework.ts";
import { frameworkVersion } from "./framework-version.ts";
import { freeOnly } from "./free-only.ts";
import { gpuType } from "./gpu-type.ts";
import { groupId } from "./group-id.ts";
import { id } from "./id.ts";
import { imageType } from "./image-type.ts";
import { maxPrice } from "./max-price.ts";
import { maxSizeMb } from "./max-size-mb.ts";
import { name } from "./name.ts";
import { nameContains } from "./name-contains.ts";
import { nameGlob } from "./name-glob.ts";
import { nameRegex } from "./name-regex.ts";
import { officialOnly } from "./official-only.ts";
import { osVersion } from "./os-version.ts";
import { ownerAccountId } from "./owner-account-id.ts";
import { publishedAfter } from "./published-after.ts";
import { publishedBefore } from "./published-before.ts";
import { pythonVersion } from "./python-version.ts";
import { statuses } from "./statuses.ts";
import { tags } from "./tags.ts";
import { tagsAny } from "./tags-any.ts";
import { tagsNone } from "./tags-none.ts";
import { version } from "./version.ts";

/** Every filter argument, in the order in which they are applied and explained. */
export const registry: { readonly [Name in FilterName]: Filter<Wanted[Name]> } = {
  id,
  name,
  nameContains,
  nameGlob,
  nameRegex,
  imageType,
  author,
  ownerAccountId,
  groupId,
  officialOnly,
  certifiedOnly,
  tags,
  tagsAny,
  tagsNone,
  container,
  gpuType,
  framework,
  frameworkVersion,
  cudaVersion,
  pythonVersion,
  osVersion,
  version,
  freeOnly,
  maxPrice,
  maxSizeMb,
  createdAfter,
  createdBefore,
  publishedAfter,
  publishedBefore,
  statuses,
};
