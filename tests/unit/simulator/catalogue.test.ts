import { expect, test } from "@jest/globals";
import { defaultCatalogue } from "../../../simulator/catalogue.ts";
import { describeCompShareImageTags } from "../../../simulator/describe-comp-share-image-tags.ts";

const withTag = (tag: string): number => defaultCatalogue.filter((row) => row.Tags?.includes(tag)).length;

const ofType = (type: string): number => defaultCatalogue.filter((row) => row.ImageType === type).length;

test("the catalogue has 72 images: 9 System, 52 App and 11 Other", () => {
  expect(defaultCatalogue).toHaveLength(72);
  expect([ofType("System"), ofType("App"), ofType("Other")]).toEqual([9, 52, 11]);
});

test("every ID is unique and looks like a real one", () => {
  expect(new Set(defaultCatalogue.map((row) => row.CompShareImageId)).size).toBe(72);
  for (const row of defaultCatalogue) expect(row.CompShareImageId).toMatch(/^compshareImage-[a-z0-9]{12}$/);
});

test("36 images have tags", () => {
  expect(defaultCatalogue.filter((row) => row.Tags !== undefined)).toHaveLength(36);
});

test.each([
  ["pytorch，Pytorch", 17],
  ["comfyUI，ComfyUI", 8],
  ["miniconda，Miniconda3", 5],
  ["tensorflow，Tensorflow", 2],
  ["黑神话，黑神话悟空", 1],
])("the compound tag %s stands on %i images", (tag, count) => {
  expect(withTag(tag)).toBe(count);
});

test("System images have neither tags nor software and run on virtual machines", () => {
  for (const row of defaultCatalogue.filter(({ ImageType }) => ImageType === "System")) {
    expect(row).not.toHaveProperty("Tags");
    expect(row).not.toHaveProperty("Softwares");
    expect(row.Container).toBe("False");
  }
});

test.each([
  ["compshareImage-1minbz219ceq", "cuda128_torch291_py312", 30720, "2.9.1", "12.8"],
  ["compshareImage-1mindjx61soz", "cuda130_torch291_py312", 51200, "2.9.1", "13.0"],
  ["compshareImage-1t1vuerl80np", "cuda132_torch2130_py312", 51200, "2.13.0", "13.2"],
  ["compshareImage-1t1w06ukq68v", "cuda13x_python312", 30720, undefined, "13.2"],
  ["compshareImage-1e3udifakfm9", "Windows-nvidia 2022 64位", 40960, undefined, undefined],
])("the real image %s is %s", (id, name, size, version, cuda) => {
  const row = defaultCatalogue.find(({ CompShareImageId }) => CompShareImageId === id);
  expect(row).toMatchObject({ Name: name, Size: size, Status: "Available", Price: 0 });
  expect([row?.Softwares?.FrameworkVersion, row?.Softwares?.CUDAVersion]).toEqual([version, cuda]);
});

test.each([
  "PyTorch:24.04-py3",
  "cuda128_torch291_py312",
  "ComfyUI",
  "Ubuntu 22.04 64位",
  "vLLM v0.12.0",
  "黑神话悟空",
])("exactly one available image is named %s", (name) => {
  const rows = defaultCatalogue.filter((row) => row.Name === name);
  expect(rows.map((row) => row.Status)).toEqual(["Available"]);
});

test("one name belongs to two images, and three images are not available", () => {
  expect(defaultCatalogue.filter((row) => row.Name === "SGLang")).toHaveLength(2);
  const hidden = defaultCatalogue.filter((row) => row.Status !== "Available");
  expect(hidden.map((row) => [row.Name, row.Status])).toEqual([
    ["ComfyUI基础镜像0.11.0", "Reviewing"],
    ["vLLM v0.9.2", "Offline"],
    ["TensorRT-LLM 1.1", "UnAvailable"],
  ]);
});

test("every image was created before it was published, between 2023 and 2026", () => {
  for (const { CreateTime = 0, PubTime = 0 } of defaultCatalogue) {
    expect(CreateTime).toBeGreaterThan(1_698_000_000);
    expect(PubTime).toBeGreaterThan(CreateTime);
    expect(PubTime).toBeLessThan(1_785_000_000);
  }
});

test("every tag of the catalogue is in the list of tags, in one of its spellings", () => {
  const answer = describeCompShareImageTags();
  const tags = "members" in answer ? (JSON.parse(answer.members["Tags"] ?? "[]") as string[]) : [];
  const known = new Set(tags.map((tag) => tag.toLowerCase()));
  for (const tag of defaultCatalogue.flatMap((row) => row.Tags ?? [])) {
    expect(tag.split("，").map((half) => known.has(half.toLowerCase()))).toContain(true);
  }
});
