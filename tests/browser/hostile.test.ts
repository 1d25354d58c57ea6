import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Image } from "../../provider/contract/image.ts";
import { openPages, type Pages } from "../support/browser/open-pages.ts";
import { makeImage } from "../support/listings/make-image.ts";

let pages: Pages;

beforeAll(async () => {
  pages = await openPages();
}, 60_000);
afterAll(() => pages.dispose());

const hostile = [
  "<script>alert(1)</script>",
  "</script><img src=x onerror=alert(2)>",
  "<!--<script>",
  "]]>--><svg onload=alert(3)>",
  `"' onmouseover="alert(4)`,
  "line\u2028separator\u2029end",
  "gpj.\u202eegami\u202c",
  "\u2066isolated\u2069\u200b\ufeff",
  "javascript:alert(5)",
  "${alert(6)} {{7*7}}",
  "__proto__",
  "   ",
  "",
  "\ud800 half a character",
];

const images: readonly Image[] = hostile.map((text, index) =>
  makeImage({
    id: `compshareImage-${index}`,
    name: text,
    author: text,
    framework: text,
    frameworkVersion: text,
    cudaVersion: text,
    pythonVersion: text,
    osVersion: text,
    gpuTypes: [text],
    tags: [text],
    description: text,
    versionName: text,
    status: text,
    publishedAt: "2026-01-06T07:59:22Z",
  }),
);

/** How the page shows each of them. */
const shown = [
  "<script>alert(1)</script>",
  "</script><img src=x onerror=alert(2)>",
  "<!--<script>",
  "]]>--><svg onload=alert(3)>",
  `"' onmouseover="alert(4)`,
  "line\\u{2028}separator\\u{2029}end",
  "gpj.\\u{202e}egami\\u{202c}",
  "\\u{2066}isolated\\u{2069}\\u{200b}\\u{feff}",
  "javascript:alert(5)",
  "${alert(6)} {{7*7}}",
  "__proto__",
  "(no name)",
  "(no name)",
  "\\u{d800} half a character",
];

test("texts of publishers stay text wherever they stand, and nothing is asked for", async () => {
  const { page, requests, complaints, names } = await pages.open(images);
  expect((await names()).toSorted()).toEqual(shown.toSorted());
  expect(await page.locator("img, svg, iframe, script:not([type]) ~ script").count()).toBe(0);
  for (const [index, name] of shown.entries()) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#image=compshareImage-${index}`);
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    expect(await dialog.getByRole("heading").first().textContent()).toBe(name);
  }
  expect(requests).toHaveLength(1);
  expect(requests[0]).toMatch(/^file:/);
  expect(complaints).toEqual([]);
});

test("hostile filters and addresses stay text", async () => {
  const hash = `#${new URLSearchParams([
    ["q", "<script>"],
    ["tag", "</script><img src=x onerror=alert(2)>"],
    ["framework", "__proto__"],
    ["image", "<img src=x onerror=alert(1)>"],
    ["compare", "constructor"],
    ["order", "toString"],
    ["theme", "<"],
  ])}`;
  const { page, requests, complaints } = await pages.open(images, { hash });
  expect(await page.getByRole("dialog").textContent()).toContain(
    "<img src=x onerror=alert(1)> is not in this catalogue.",
  );
  expect(await page.locator(".found").textContent()).toBe("0 of 14 images");
  expect(requests).toHaveLength(1);
  expect(complaints).toEqual([]);
});

test("the page's policy lets no script in but its own, and no request out", async () => {
  const { page, requests, complaints } = await pages.open(images);
  const policy = await page.locator("meta[http-equiv]").getAttribute("content");
  expect(policy).toMatch(
    /^default-src 'none'; script-src 'sha256-[\w+/]+=*'; style-src 'sha256-[\w+/]+=*'; base-uri 'none'; form-action 'none'$/,
  );
  const ran = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "document.title = 'taken over'";
    document.body.append(script);
    const sent = await fetch("http://127.0.0.1:9/").then(
      () => true,
      () => false,
    );
    return { title: document.title, sent };
  });
  expect(ran).toEqual({ title: "CompShare images", sent: false });
  expect(requests.filter((url) => !url.startsWith("file:"))).toEqual([]);
  expect(complaints.every((text) => text.includes("Content Security Policy"))).toBe(true);
});

test("what is copied of a hostile image is one literal of its language", async () => {
  const { page } = await pages.open(images, {
    hash: "#image=compshareImage-6&program=typescript&form=query",
  });
  const code = page.locator("pre.program");
  expect(await code.textContent()).toContain('  name: "gpj.\\u202eegami\\u202c",\n');
  await page.getByRole("dialog").getByText("Exact ID").click();
  expect(await code.textContent()).toContain(
    '  imageId: "compshareImage-6", // 2026.01.06 gpj.\\u{202e}egami\\u{202c}\n',
  );
  expect(await code.textContent()).not.toMatch(/[\u202a-\u202e]/);
});
