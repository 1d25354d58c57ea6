import type { Image } from "../../../provider/contract/image.ts";
import type { Filters } from "../../../provider/contract/query.ts";
import type { Scope } from "../../../provider/listings/scope.ts";
import type { Question } from "../../../provider/lookup/search.ts";
import { makeImage } from "../listings/make-image.ts";

/** A small catalogue with one example of everything that selection has to tell apart. */
export const shelf: readonly Image[] = [
  makeImage({
    id: "compshareImage-1aaaaaaaaaaa",
    name: "cuda128_torch291_py312",
    author: "UCloud",
    tags: ["pytorch，Pytorch", "深度学习"],
    framework: "PyTorch",
    frameworkVersion: "2.9.1",
    cudaVersion: "12.8",
    sizeMb: 30_720,
    price: 0,
    publishedAt: "2025-12-03T08:00:00Z",
  }),
  makeImage({
    id: "compshareImage-1bbbbbbbbbbb",
    name: "cuda130_torch291_py312",
    author: "UCloud",
    tags: ["pytorch，Pytorch"],
    framework: "PyTorch",
    frameworkVersion: "2.9.1",
    cudaVersion: "13.0",
    sizeMb: 51_200,
    price: 0,
    publishedAt: "2025-12-10T08:00:00Z",
  }),
  makeImage({
    id: "compshareImage-1ccccccccccc",
    name: "SGLang",
    author: "UCloud",
    framework: "SGLang",
    frameworkVersion: "0.5.8",
    tags: ["推理框架"],
    sizeMb: 61_440,
    publishedAt: "2026-02-25T08:00:00Z",
  }),
  makeImage({
    id: "compshareImage-1ddddddddddd",
    name: "SGLang",
    author: "UCloud",
    framework: "SGLang",
    frameworkVersion: "0.6.1",
    sizeMb: 71_680,
    publishedAt: "2026-06-09T08:00:00Z",
  }),
  makeImage({
    id: "compshareImage-1eeeeeeeeeee",
    name: "ComfyUI基础镜像0.10.0",
    author: "优云智算",
    tags: ["comfyUI，ComfyUI"],
    sizeMb: 61_440,
    publishedAt: "2026-05-26T08:00:00Z",
  }),
  makeImage({
    id: "compshareImage-1fffffffffff",
    name: "ComfyUI基础镜像0.11.0",
    author: "优云智算",
    tags: ["comfyUI，ComfyUI"],
    status: "Reviewing",
    publishedAt: "2026-07-14T08:00:00Z",
  }),
  makeImage({
    id: "compshareImage-1ggggggggggg",
    name: "Ubuntu 22.04 64位",
    imageType: "System",
    author: "UCloud",
    sizeMb: 20_480,
    createdAt: "2024-01-02T08:00:00Z",
  }),
  makeImage({
    id: "compshareImage-1hhhhhhhhhhh",
    name: "黑神话悟空",
    imageType: "Other",
    author: "UCloud",
    tags: ["黑神话，黑神话悟空"],
    price: 0.5,
    publishedAt: "2025-01-02T08:00:00Z",
  }),
];

/** Where the tests look. */
export const scope: Scope = { source: "platform", region: "cn-wlcb", zone: undefined, projectId: undefined };

/** The filters of a search, with the default of `statuses`. */
export function wanted(filters: Partial<Filters>): Filters {
  return { statuses: ["Available"], ...filters };
}

/** What a question has when every change to it may be asked. */
export const free: Pick<Question, "allows" | "byId"> = { allows: () => true, byId: (id) => ({ id }) };

/** The letter that tells the IDs of the shelf apart: `compshareImage-1aaaaaaaaaaa` is `a`. */
export function letters(images: readonly Image[]): string {
  return images.map(({ id }) => id.at(-1)).join("");
}
