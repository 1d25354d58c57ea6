import { expect, test } from "@jest/globals";
import { usePages } from "../support/browser/use-pages.ts";

const world = usePages();

test.each([
  ["a name", "sglang", ["SGLang", "SGLang"]],
  ["a version beside a name", "vllm 0.12", ["vLLM v0.12.0"]],
  ["words in any order", "0.12 VLLM", ["vLLM v0.12.0"]],
  ["full width", "ｖＬＬＭ　０．１２", ["vLLM v0.12.0"]],
  ["a Chinese name", "悟空", ["黑神话悟空"]],
  ["a Chinese tag and a Latin name", "推理框架 v0.12", ["vLLM v0.12.0"]],
  ["an ID", "compshareImage-1minbz219ceq", ["cuda128_torch291_py312"]],
  ["software and its version", "cuda13.2 python3.12", ["cuda132_torch2130_py312", "cuda13x_python312"]],
  ["what nothing has", "<b>", []],
])("the search finds %s", async (_what, text, names) => {
  const opened = await world.pages.open(world.images);
  await opened.page.getByRole("searchbox", { name: "Search" }).fill(text);
  expect(await opened.names()).toEqual(names);
  expect(await opened.page.getByText("No image fits.").isVisible()).toBe(names.length === 0);
  expect(opened.complaints).toEqual([]);
});

test("facets narrow the list, count what is left and are taken back together", async () => {
  const { page, names } = await world.pages.open(world.images);
  const facet = (name: string) => page.getByRole("group", { name });
  expect(await page.getByRole("heading", { level: 2, name: "72 images" }).isVisible()).toBe(true);
  await facet("Framework").getByLabel("vLLM").check();
  expect(await names()).toEqual(["vLLM v0.12.0", "vLLM v0.10.0", "vLLM v0.9.2"]);
  await facet("Framework").getByLabel("SGLang").check();
  expect(await page.locator(".found").textContent()).toBe("5 of 72 images");
  await facet("CUDA").getByLabel("13.0").check();
  expect(await names()).toEqual(["SGLang"]);
  const counts = await facet("Framework").locator("label:visible").allTextContents();
  expect(counts.filter((text) => /^(vLLM|SGLang)/.test(text))).toEqual(["vLLM0", "SGLang1"]);
  await page.getByRole("button", { name: "Clear all" }).click();
  expect(await page.locator(".found").textContent()).toBe("72 images");
});

test("of several tags an image has to have all, in whichever script they are", async () => {
  const { page, names } = await world.pages.open(world.images, { hash: "#tag=深度学习&framework=PyTorch" });
  expect((await names()).length).toBe(4);
  await page.getByRole("button", { name: "pytorch", exact: true }).first().click();
  expect((await names()).length).toBe(4);
  await page.getByRole("searchbox").fill("2.13");
  expect(await names()).toEqual(["cuda132_torch2130_py312"]);
});

test("the address holds search, filters, order and language, and opening it anew shows the same", async () => {
  const { page, names } = await world.pages.open(world.images);
  await page.getByRole("searchbox").fill("py3");
  await page.getByRole("group", { name: "CUDA" }).getByLabel("12.8").check();
  await page.getByLabel("Order").selectOption("Smallest");
  await page.getByRole("button", { name: "中文" }).click();
  const before = await names();
  expect(await page.evaluate(() => location.hash)).toBe("#q=py3&cuda=12.8&order=size&lang=zh");
  await page.reload();
  expect(await names()).toEqual(before);
  expect(before.length).toBeGreaterThan(1);
  expect(await page.title()).toBe("CompShare 镜像");
});

test("the list goes on when the reader asks for more", async () => {
  const { page, names } = await world.pages.open(world.images);
  expect((await names()).length).toBe(50);
  await page.getByRole("button", { name: "Show 22 more" }).click();
  expect((await names()).length).toBe(72);
});

test("the highest version comes first when versions are the order", async () => {
  const { names } = await world.pages.open(world.images, { hash: "#q=vllm&order=version" });
  expect(await names()).toEqual(["vLLM v0.12.0", "vLLM v0.10.0", "vLLM v0.9.2"]);
});
