import { expect, test } from "@jest/globals";
import type { Image } from "../../../provider/contract/image.ts";
import type { Filters } from "../../../provider/contract/query.ts";
import { makeImage } from "../../support/listings/make-image.ts";
import { noMatchError } from "../../support/lookup/no-match-error.ts";
import { shelf } from "../../support/lookup/shelf.ts";

test("a misspelt name gets the closest ones", () => {
  expect(noMatchError({ name: "cuda128-torch291-py312" })).toBe(
    [
      'no CompShare image matches name: "cuda128-torch291-py312", statuses: ["Available"].',
      "8 images were read (region cn-wlcb, source platform): `name` leaves 0.",
      'The closest values of `name` are "cuda128_torch291_py312", "cuda130_torch291_py312".',
    ].join("\n"),
  );
});

test("a name that is off by its case alone gets the right one", () => {
  expect(noMatchError({ name: "sglang" })).toBe(
    [
      'no CompShare image matches name: "sglang", statuses: ["Available"].',
      "8 images were read (region cn-wlcb, source platform): `name` leaves 0.",
      'The closest `name` is "SGLang".',
    ].join("\n"),
  );
});

test("a name that is like nothing gets the way to all names", () => {
  expect(noMatchError({ nameContains: "zzzzzzzz" })).toBe(
    [
      'no CompShare image matches nameContains: "zzzzzzzz", statuses: ["Available"].',
      "8 images were read (region cn-wlcb, source platform): `nameContains` leaves 0.",
      "No name is close to it; getCompShareImages without `nameContains` lists them all.",
    ].join("\n"),
  );
});

test("names that the other filters let pass are suggested before nearer ones", () => {
  const images = [
    makeImage({ id: "a", name: "torch_2.9.0" }),
    makeImage({ id: "b", name: "torch_2.8.1", imageType: "System" }),
  ];
  expect(noMatchError({ name: "torch_2.9.1" }, images)).toContain(
    'The closest values of `name` are "torch_2.8.1", "torch_2.9.0".',
  );
  expect(noMatchError({ name: "torch_2.9.1", imageType: "System" }, images)).toBe(
    [
      'no CompShare image matches name: "torch_2.9.1", imageType: "System", statuses: ["Available"].',
      "2 images were read (region cn-wlcb, source platform): `name` leaves 0.",
      'The closest `name` is "torch_2.8.1".',
    ].join("\n"),
  );
});

const saying =
  (member: "cudaVersion" | "frameworkVersion" | "pythonVersion" | "osVersion") =>
  (...texts: readonly string[]): readonly Image[] =>
    texts.map((text, index) => makeImage({ id: `image-${index}`, name: `image ${index}`, [member]: text }));

test.each<[Partial<Filters>, readonly Image[], string]>([
  [
    { cudaVersion: "14" },
    saying("cudaVersion")("CUDA 13.2 (cuDNN 9)", "cu124", "12.8", "13", "none"),
    'The closest values of `cudaVersion` are "13.2.0", "13", "12.8".',
  ],
  [
    { frameworkVersion: "^3" },
    saying("frameworkVersion")("PyTorch 2.9.1", "2.13.0rc1", "v2.8", "2.7.1+cu128"),
    'The closest values of `frameworkVersion` are "2.13.0-rc.1", "2.9.1", "2.8.0".',
  ],
  [
    { pythonVersion: "3.14" },
    saying("pythonVersion")("Python 3.12.3", "py310", "3.9", "3.11 (conda)"),
    'The closest values of `pythonVersion` are "3.12.3", "3.11.0", "3.10.0".',
  ],
  [
    { osVersion: ">=26" },
    saying("osVersion")("Ubuntu 24.04 64位", "Ubuntu 22.04", "Debian 12", "64位 CentOS 7.9"),
    'The closest values of `osVersion` are "Ubuntu 24.04", "Ubuntu 22.04", "Debian 12".',
  ],
  [
    { osVersion: "CentOS >=8" },
    saying("osVersion")("Ubuntu 24.04 64位", "64位 CentOS 7.9", "Debian 12", "Debian 11"),
    'The closest `osVersion` is "CentOS 7.9".',
  ],
  [
    { osVersion: "统信" },
    saying("osVersion")("Ubuntu 24.04", "Windows Server 2022 64位", "Debian 12", "Debian 11"),
    'Values of `osVersion` that match: "Debian 11", "Debian 12", "Ubuntu 24.04", "Windows Server 2022".',
  ],
])("versions are advised as ranges that may be asked: %j", (filters, images, text) => {
  expect(noMatchError(filters, images)).toContain(text);
});

test("an image that its status hides is named, with the change that allows it", () => {
  expect(noMatchError({ name: "ComfyUI基础镜像0.11.0" })).toBe(
    [
      'no CompShare image matches name: "ComfyUI基础镜像0.11.0", statuses: ["Available"].',
      "8 images were read (region cn-wlcb, source platform): `name` leaves 1, then `statuses` leaves 0.",
      'Only `statuses` keeps out "ComfyUI基础镜像0.11.0" compshareImage-1fffffffffff (Reviewing); to allow that, set `statuses` to ["Available", "Reviewing"].',
    ].join("\n"),
  );
});

test("of many images that their status hides three are named", () => {
  const images = ["d", "c", "b", "a"].map((id) => makeImage({ id, name: "torch", status: "Offline" }));
  expect(noMatchError({ name: "torch" }, images)).toBe(
    [
      'no CompShare image matches name: "torch", statuses: ["Available"].',
      "4 images were read (region cn-wlcb, source platform): `name` leaves 4, then `statuses` leaves 0.",
      'Only `statuses` keeps out "torch" a (Offline), "torch" b (Offline), "torch" c (Offline) and 1 more; to allow that, set `statuses` to ["Available", "Offline"].',
    ].join("\n"),
  );
});

test("a status that does not exist gets the ones that do", () => {
  expect(noMatchError({ statuses: ["available"] })).toBe(
    [
      'no CompShare image matches statuses: ["available"].',
      "8 images were read (region cn-wlcb, source platform): `statuses` leaves 0.",
      'The closest values of `statuses` are "Available".'.replace(
        "values of `statuses` are",
        "`statuses` is",
      ),
    ].join("\n"),
  );
  expect(noMatchError({ statuses: ["Ready"] })).toContain(
    'Values of `statuses` that match: "Available", "Reviewing".',
  );
});

test("an image of another type is named", () => {
  expect(noMatchError({ name: "黑神话悟空", imageType: "App" })).toBe(
    [
      'no CompShare image matches name: "黑神话悟空", imageType: "App", statuses: ["Available"].',
      "8 images were read (region cn-wlcb, source platform): `name` leaves 1, then `imageType` leaves 0.",
      'Only `imageType` keeps out "黑神话悟空" compshareImage-1hhhhhhhhhhh (Other); change or leave out `imageType`.',
    ].join("\n"),
  );
});

test("a misspelt type gets the closest one, a strange one all of them", () => {
  expect(noMatchError({ imageType: "system" })).toContain('The closest `imageType` is "System".');
  expect(noMatchError({ imageType: "Game" })).toBe(
    [
      'no CompShare image matches imageType: "Game", statuses: ["Available"].',
      "8 images were read (region cn-wlcb, source platform): `imageType` leaves 0.",
      'Values of `imageType` that match: "App", "Other", "System".',
    ].join("\n"),
  );
});

test("an unknown author gets the known ones", () => {
  expect(noMatchError({ author: "somebody" })).toBe(
    [
      'no CompShare image matches author: "somebody", statuses: ["Available"].',
      "8 images were read (region cn-wlcb, source platform): `author` leaves 0.",
      'Values of `author` that match: "UCloud", "优云智算".',
    ].join("\n"),
  );
});

test("a misspelt tag gets the closest one in one spelling", () => {
  expect(noMatchError({ tags: ["pytroch"] })).toBe(
    [
      'no CompShare image matches tags: ["pytroch"], statuses: ["Available"].',
      "8 images were read (region cn-wlcb, source platform): `tags` leaves 0 (2 do not specify it).",
      'No image has the tag "pytroch"; closest: "pytorch".',
    ].join("\n"),
  );
});

test("a tag that is like nothing gets the function that lists tags", () => {
  expect(noMatchError({ tagsAny: ["quantum"] })).toBe(
    [
      'no CompShare image matches tagsAny: ["quantum"], statuses: ["Available"].',
      "8 images were read (region cn-wlcb, source platform): `tagsAny` leaves 0 (2 do not specify it).",
      'No image has the tag "quantum"; getCompShareImageTags lists the tags that exist.',
    ].join("\n"),
  );
});

test("tags that no image has together get tagsAny", () => {
  expect(noMatchError({ tags: ["pytorch", "推理框架"] })).toBe(
    [
      'no CompShare image matches tags: ["pytorch", "推理框架"], statuses: ["Available"].',
      "8 images were read (region cn-wlcb, source platform): `tags` leaves 0 (2 do not specify it).",
      "Each of these tags exists, but no image has all of them; `tagsAny` takes images that have one.",
    ].join("\n"),
  );
});

test("an image that lacks the tag is named with the tags it has", () => {
  expect(noMatchError({ name: "cuda130_torch291_py312", tags: ["深度学习"] })).toContain(
    'Only `tags` keeps out "cuda130_torch291_py312" compshareImage-1bbbbbbbbbbb (pytorch，Pytorch); change or leave out `tags`.',
  );
  expect(noMatchError({ imageType: "System", tagsAny: ["深度学习"] })).toContain(
    "(no tags); change or leave out `tagsAny`.",
  );
});

test("long lists are cut", () => {
  const tags = Array.from({ length: 500 }, (_, index) => `t${index}`);
  expect(noMatchError({ tags })).toBe(
    [
      'no CompShare image matches tags: ["t0", "t1", "t2", "t3", "t4", "t5", "t6", "t7", … 492 more], statuses: ["Available"].',
      "8 images were read (region cn-wlcb, source platform): `tags` leaves 0 (2 do not specify it).",
      'No image has the tag "t0"; getCompShareImageTags lists the tags that exist.',
      'No image has the tag "t1"; getCompShareImageTags lists the tags that exist.',
      'No image has the tag "t2"; getCompShareImageTags lists the tags that exist.',
      "497 more of the tags are on no image.",
    ].join("\n"),
  );
});

test("an ID with a typing error gets the right one", () => {
  expect(noMatchError({ id: "compshareImage-1aaaaaaaaaab" })).toBe(
    [
      'no CompShare image matches id: "compshareImage-1aaaaaaaaaab", statuses: ["Available"].',
      "8 images were read (region cn-wlcb, source platform): `id` leaves 0.",
      'The closest `id` is "compshareImage-1aaaaaaaaaaa".',
    ].join("\n"),
  );
});

test("an ID that only begins like all of them gets no suggestion", () => {
  expect(noMatchError({ id: "compshareImage-1uw6sd44931i" })).toBe(
    [
      'no CompShare image matches id: "compshareImage-1uw6sd44931i", statuses: ["Available"].',
      "8 images were read (region cn-wlcb, source platform): `id` leaves 0.",
    ].join("\n"),
  );
});

test("an image that was asked for by its ID and is offline is named with its status", () => {
  const [image] = shelf;
  const offline = [makeImage({ ...image, id: "compshareImage-1aaaaaaaaaaa", status: "Offline" })];
  expect(noMatchError({ id: "compshareImage-1aaaaaaaaaaa" }, offline)).toBe(
    [
      'no CompShare image matches id: "compshareImage-1aaaaaaaaaaa", statuses: ["Available"].',
      "1 image was read (region cn-wlcb, source platform): `id` leaves 1, then `statuses` leaves 0.",
      'Only `statuses` keeps out "cuda128_torch291_py312" compshareImage-1aaaaaaaaaaa (Offline); to allow that, set `statuses` to ["Available", "Offline"].',
    ].join("\n"),
  );
});

test("an empty catalogue points at the keys", () => {
  expect(noMatchError({ name: "SGLang" }, [])).toBe(
    [
      'no CompShare image matches name: "SGLang", statuses: ["Available"].',
      "0 images were read (region cn-wlcb, source platform). Keys for another gateway also return an empty list: check `baseUrl`, the keys and `projectId`.",
    ].join("\n"),
  );
});

test("a filter that would let half the catalogue in names no image", () => {
  expect(noMatchError({ imageType: "System", nameContains: "cuda" })).toBe(
    [
      'no CompShare image matches nameContains: "cuda", imageType: "System", statuses: ["Available"].',
      "8 images were read (region cn-wlcb, source platform): `nameContains` leaves 2, then `imageType` leaves 0.",
      'Only `imageType` keeps out "cuda128_torch291_py312" compshareImage-1aaaaaaaaaaa (App), "cuda130_torch291_py312" compshareImage-1bbbbbbbbbbb (App); change or leave out `imageType`.',
    ].join("\n"),
  );
  const many = Array.from({ length: 4 }, (_, index) => makeImage({ id: `cuda-${index}` }));
  expect(noMatchError({ imageType: "System", nameContains: "cuda" }, many)).not.toContain("keeps out");
});

test("what a program asks for and what a publisher writes cannot redraw the terminal", () => {
  const images = [makeImage({ id: "a", name: "\u001b]8;;x\u0007a", author: "\u202eevil" })];
  const text = [
    noMatchError({ name: "\u001b[2J\na", author: "x" }, images),
    noMatchError({ author: "x" }, images),
  ].join("\n");
  expect(text).toContain('name: "\\u{1b}[2J\\u{a}a"');
  expect(text).toContain("(\\u{202e}evil)");
  expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202e]/u);
});

test("a name of megabytes is explained in short and at once", () => {
  const text = noMatchError({ name: "镜".repeat(3_000_000) });
  expect(text.length).toBeLessThan(500);
  expect(text).toContain("No name is close to it");
});
