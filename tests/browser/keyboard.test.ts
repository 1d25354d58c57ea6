import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { usePages } from "../support/browser/use-pages.ts";

const world = usePages();

/** Presses a key until the element that has the focus is called so. */
async function pressUntil(page: Page, key: string, name: RegExp): Promise<void> {
  for (let count = 0; count < 80; count += 1) {
    const said = await page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.getAttribute("aria-label") ?? activeElement?.textContent ?? "";
    });
    if (name.test(said)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never came to ${name}`);
}

test("an image is searched, opened, copied and left again with the keyboard alone", async () => {
  const { page } = await world.pages.open(world.images, {
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await page.keyboard.press("/");
  await page.keyboard.type("vllm 0.12");
  await pressUntil(page, "Tab", /^vLLM v0\.12\.0$/);
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "vLLM v0.12.0" });
  expect(await dialog.isVisible()).toBe(true);
  await page.keyboard.press("Tab");
  for (const language of ["Python", "Go", "YAML"]) {
    await page.keyboard.press("ArrowRight");
    expect(await dialog.getByRole("radio", { name: language }).isChecked()).toBe(true);
  }
  await pressUntil(page, "Tab", /^Copy$/);
  await page.keyboard.press("Enter");
  await dialog.getByText("Copied").waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("type: compshare:ImagePin");
  await page.keyboard.press("Escape");
  expect(await page.getByRole("dialog").count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("vLLM v0.12.0");
});

test("a filter is set and two images are compared with the keyboard alone", async () => {
  const { page, names } = await world.pages.open(world.images);
  await page.getByRole("group", { name: "Framework" }).getByLabel("SGLang").focus();
  await page.keyboard.press("Space");
  expect(await names()).toEqual(["SGLang", "SGLang"]);
  for (let count = 0; count < 2; count += 1) {
    await page.getByRole("checkbox", { name: "Compare SGLang" }).nth(count).focus();
    await page.keyboard.press("Space");
  }
  await pressUntil(page, "Tab", /^Compare 2 images$/);
  await page.keyboard.press("Enter");
  expect(await page.getByRole("dialog", { name: "Compare 2 images" }).isVisible()).toBe(true);
});

test("the first stop jumps over the filters, and one stop is enough for a line of versions", async () => {
  const { page } = await world.pages.open(world.images, { hash: "#framework=vLLM" });
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the images");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("MAIN");
  await pressUntil(page, "Tab", /^0\.12\.0 · /);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toMatch(
    /^0\.9\.2 · /,
  );
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("vLLM v0.12.0");
});

test("everything that can be pressed has a name, and headings leave no level out", async () => {
  const { page } = await world.pages.open(world.images, {
    hash: "#image=compshareImage-1pv2luuyhfr1&compare=compshareImage-1pv2luuyhfr1",
  });
  const unnamed = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("button, a, input, select, summary")]
      .filter((one) => one.checkVisibility())
      .filter(
        (one) =>
          (one.getAttribute("aria-label") ?? "") === "" &&
          (one.textContent ?? "").trim() === "" &&
          !(one instanceof HTMLInputElement && (one.labels?.length ?? 0) > 0),
      )
      .map((one) => one.outerHTML),
  );
  expect(unnamed).toEqual([]);
  const levels = await page.evaluate(() =>
    [...document.querySelectorAll("h1, h2, h3")].map((heading) => Number(heading.tagName[1])),
  );
  expect(levels[0]).toBe(1);
  expect(levels.filter((level, index) => level - (levels[index - 1] ?? 0) > 1)).toEqual([]);
});
