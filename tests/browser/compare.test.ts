import { expect, test } from "@jest/globals";
import { usePages } from "../support/browser/use-pages.ts";

const world = usePages();

test("two images stand side by side with what differs, and all of it on request", async () => {
  const { page, complaints } = await world.pages.open(world.images, { hash: "#q=vllm" });
  await page.getByLabel("Compare vLLM v0.12.0").check();
  expect(await page.getByRole("button", { name: "Choose one more to compare" }).isDisabled()).toBe(true);
  await page.getByLabel("Compare vLLM v0.10.0").check();
  await page.getByRole("button", { name: "Compare 2 images" }).click();
  const dialog = page.getByRole("dialog");
  const rows = async (): Promise<string[]> => dialog.getByRole("rowheader").allTextContents();
  expect(await dialog.getByRole("columnheader").allTextContents()).toEqual([
    "vLLM v0.12.0×",
    "vLLM v0.10.0×",
  ]);
  const differing = await rows();
  expect(differing).toEqual(expect.arrayContaining(["Version", "Framework", "Published", "ID"]));
  expect(differing).not.toContain("Publisher");
  await dialog.getByLabel("Only what differs").uncheck();
  expect(await rows()).toContain("Publisher");
  expect(complaints).toEqual([]);
});

test("more than four images cannot be chosen, and the comparison has an address", async () => {
  const { page } = await world.pages.open(world.images);
  const boxes = page.getByRole("checkbox", { name: /^Compare / });
  for (let index = 0; index < 4; index += 1) await boxes.nth(index).check();
  expect(await boxes.nth(4).isDisabled()).toBe(true);
  await page.getByRole("button", { name: "Compare 4 images" }).click();
  await page.reload();
  expect(await page.getByRole("dialog").getByRole("columnheader").count()).toBe(4);
  await page.goBack();
  expect(await page.getByRole("dialog").count()).toBe(0);
  await page
    .getByRole("button", { name: /^Remove / })
    .first()
    .click();
  expect(await boxes.nth(4).isDisabled()).toBe(false);
  expect(await page.evaluate(() => location.search)).toBe("");
});

test("an image has an address of its own; one that is not there is said to be", async () => {
  const { page } = await world.pages.open(world.images, { hash: "#image=compshareImage-1pv2luuyhfr1" });
  const dialog = page.getByRole("dialog", { name: "vLLM v0.12.0" });
  expect(await dialog.getByText("compshareImage-1pv2luuyhfr1", { exact: true }).isVisible()).toBe(true);
  await page.keyboard.press("Escape");
  expect(await page.getByRole("dialog").count()).toBe(0);
  // A dialog says that it is closed after it is.
  await page.waitForFunction(() => location.hash === "");
  const other = await world.pages.open(world.images, { hash: "#image=compshareImage-gone" });
  expect(await other.page.getByRole("dialog").textContent()).toContain(
    "compshareImage-gone is not in this catalogue.",
  );
});

test("each framework has its versions on one axis of time, the newest named", async () => {
  const { page } = await world.pages.open(world.images, { hash: "#q=vllm" });
  const line = page.getByRole("region", { name: "vLLM: 3 images" });
  expect(await line.getByRole("link").evaluateAll((links) => links.map((link) => link.ariaLabel))).toEqual([
    "0.9.2 · vLLM v0.9.2 · 2025-07-15",
    "0.10.0 · vLLM v0.10.0 · 2025-08-05",
    "0.12.0 · vLLM v0.12.0 · 2026-01-06",
  ]);
  expect(await line.locator(".newest").textContent()).toBe("0.12.02026-01-06");
  await line.getByRole("link", { name: /^0\.10\.0/ }).click();
  expect(await page.getByRole("dialog", { name: "vLLM v0.10.0" }).isVisible()).toBe(true);
});
