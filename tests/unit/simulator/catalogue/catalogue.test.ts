import { expect, test } from "@jest/globals";
import { describeCompShareImageTags } from "../../../../simulator/actions/describe-comp-share-image-tags.ts";
import { defaultCatalogue, defaultListings } from "../../../../simulator/catalogue/catalogue.ts";

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

const { custom, shared, published, community } = defaultListings;

test("an account sees 3 images of its own, 2 shared with it, 2 that it has published and 42 of everybody's", () => {
  expect([custom, shared, published, community].map((rows) => rows.length)).toEqual([3, 2, 2, 42]);
  expect(community).toEqual(expect.arrayContaining([...published]));
  const everywhere = [...defaultCatalogue, ...custom, ...shared, ...community];
  expect(new Set(everywhere.map((row) => row.CompShareImageId)).size).toBe(72 + 3 + 2 + 42);
  for (const row of everywhere) expect(row.CompShareImageId).toMatch(/^compshareImage-[a-z0-9]{12}$/);
});

test("everybody's images are 25 groups of one to four versions, each group of one name and one author", () => {
  const groups = [...Map.groupBy(community, (row) => row["GroupId"]).values()];
  expect(groups.map((rows) => rows.length).sort((one, other) => one - other)).toEqual([
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 4,
  ]);
  for (const rows of groups) {
    expect(new Set(rows.map(({ Name, Author }) => `${Name} ${Author}`)).size).toBe(1);
    expect(new Set(rows.map((row) => row["VersionName"])).size).toBe(rows.length);
  }
});

test.each([
  ["9WFDPteiVhX5", "LTX-2.3视频生成合集", "与AI同行", 3925],
  ["compshareImage-1aly0zqh3gvc", "SVC-Fusion", "aiguoliuguo", 7601],
  ["ykfC7Q7YlzmH", "InfiniteTalk", "与AI同行", 14_333],
])("the real group %s is %s by %s and was used %i times", (id, name, author, count) => {
  const rows = community.filter((row) => row["GroupId"] === id);
  expect(rows[0]).toMatchObject({ Name: name, Author: author });
  expect(rows.reduce((sum, { CreatedCount = 0 }) => sum + CreatedCount, 0)).toBe(count);
});

test("GroupId has three forms, AuthInfo three values, and some images have a price", () => {
  const ids = new Set(community.map((row) => String(row["GroupId"])));
  const forms = [
    /^[0-9A-Za-z]{12}$/,
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    /^compshareImage-[a-z0-9]{12}$/,
  ];
  expect(forms.map((form) => [...ids].filter((id) => form.test(id)).length)).toEqual([21, 2, 2]);
  expect([0, 1, 2].map((standing) => community.filter((row) => row.AuthInfo === standing).length)).toEqual([
    29, 2, 11,
  ]);
  expect(community.filter(({ Price = 0 }) => Price > 0)).toHaveLength(8);
});

test("one of everybody's images has the name of an official one and is newer", () => {
  const [official] = defaultCatalogue.filter((row) => row.Name === "ComfyUI");
  const [theirs] = community.filter((row) => defaultCatalogue.some(({ Name }) => Name === row.Name));
  expect(theirs).toMatchObject({ Name: "ComfyUI", Author: "not-compshare", AuthInfo: 0 });
  expect(theirs?.PubTime).toBeGreaterThan(official?.PubTime ?? Number.POSITIVE_INFINITY);
});

test("every tag of the catalogue is in the list of tags, in one of its spellings", () => {
  const response = describeCompShareImageTags();
  const tags = "members" in response ? (JSON.parse(response.members["Tags"] ?? "[]") as string[]) : [];
  const known = new Set(tags.map((tag) => tag.toLowerCase()));
  for (const tag of [...defaultCatalogue, ...community].flatMap((row) => row.Tags ?? [])) {
    expect(tag.split("，").map((half) => known.has(half.toLowerCase()))).toContain(true);
  }
});
