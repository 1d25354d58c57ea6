import { expect, test } from "@jest/globals";
import { generateCatalogue } from "../../simulator/catalogue/generate-catalogue.ts";
import { platformImages } from "../support/browser/open-pages.ts";
import { usePages } from "../support/browser/use-pages.ts";

const world = usePages();

test.each([
  [360, 740, ""],
  [360, 740, "#lang=zh&compare=compshareImage-1pv2luuyhfr1&compare=compshareImage-1minbz219ceq"],
  [360, 740, "#image=compshareImage-1pv2luuyhfr1"],
  [900, 800, ""],
  [1600, 1000, ""],
  [1600, 1000, "#lang=zh&image=compshareImage-1pv2luuyhfr1"],
])("%i pixels wide and %i high, nothing is cut off at the side: %s", async (width, height, hash) => {
  const { page, complaints } = await world.pages.open(world.images, { viewport: { width, height }, hash });
  const outside = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("button, a, select, input[type=search], h1, h2, h3, dd")]
      .filter((one) => one.checkVisibility() && !one.classList.contains("skip"))
      .map((one) => ({ text: one.textContent, right: one.getBoundingClientRect().right }))
      .filter(({ right }) => right > innerWidth + 1),
  );
  expect(outside).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  expect(complaints).toEqual([]);
});

/** Relative luminance of `rgb(…)`, as WCAG defines it. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test.each(["light", "dark"] as const)("text can be read on its ground, %s", async (colorScheme) => {
  const { page } = await world.pages.open(world.images, {
    colorScheme,
    hash: "#image=compshareImage-1pv2luuyhfr1",
  });
  const pairs = await page.evaluate(() => {
    const groundOf = (one: Element | null): string => {
      if (one === null) return "rgb(255, 255, 255)";
      const { backgroundColor } = getComputedStyle(one);
      return backgroundColor === "rgba(0, 0, 0, 0)" ? groundOf(one.parentElement) : backgroundColor;
    };
    return [
      ...document.querySelectorAll(
        ".age, .count, dt, dd, .mark, .tag, .primary, .hint, .quiet, legend, h1, h3 a",
      ),
    ].map((one) => ({
      what: one.className || one.tagName,
      color: getComputedStyle(one).color,
      ground: groundOf(one),
    }));
  });
  const faint = pairs.filter(({ color, ground }) => {
    const [low = 0, high = 0] = [luminance(color), luminance(ground)].toSorted((one, other) => one - other);
    return (high + 0.05) / (low + 0.05) < 4.5;
  });
  expect(faint).toEqual([]);
  expect(luminance(pairs[0]?.ground ?? "") > 0.5).toBe(colorScheme === "light");
});

test("the theme that is chosen wins over the system's", async () => {
  const { page } = await world.pages.open(world.images, { colorScheme: "dark" });
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await ground();
  await page.getByRole("button", { name: "Colours: Auto" }).click();
  expect(await ground()).not.toBe(dark);
  await page.getByRole("button", { name: "Colours: Light" }).click();
  expect(await ground()).toBe(dark);
});

test.each([
  ["en-US", "2026-11-27", "Catalogue of 2026-11-27, today · Region cn-wlcb"],
  ["zh-CN", "2026-11-26", "镜像目录生成于 2026-11-26（昨天） · 地域 cn-wlcb"],
  ["en-GB", "2026-11-01", "This catalogue is 26 days old. Make a new page with compshare-images browse."],
])("the banner says how old the catalogue is: %s, %s", async (locale, takenAt, text) => {
  const { page } = await world.pages.open(world.images, { locale, facts: { takenAt } });
  await page.clock.setFixedTime("2026-11-27T12:00:00Z");
  await page.reload();
  expect(await page.locator(".age").textContent()).toContain(text);
});

test("of 5,000 images the first 50 stand there, and a search goes through all", async () => {
  const many = await platformImages(generateCatalogue(5000, 7));
  const { page, names, complaints } = await world.pages.open(many);
  expect((await names()).length).toBe(50);
  await page.locator("#search").fill("cuda 12.8 python3.12");
  await page.waitForFunction(() => !document.querySelector(".found")?.textContent?.startsWith("5000"));
  expect(Number(/^\d+/.exec((await page.locator(".found").textContent()) ?? "")?.[0])).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
}, 60_000);
