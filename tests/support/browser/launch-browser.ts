import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Browser, chromium, type LaunchOptions } from "playwright-core";
import manifest from "../../../package.json" with { type: "json" };
import { mustRun } from "../../../tools/process/run-command.ts";

/** Where the browser of the npm package lies once it is unpacked; another version lies elsewhere. */
const home = resolve(`.engine/chromium-${manifest.devDependencies["@sparticuz/chromium"]}`);

/** Starts a real Chromium: on Linux x64 the one that came with `npm ci`, elsewhere one that is found. */
export async function launchBrowser(): Promise<Browser> {
  if (process.platform === "linux" && process.arch === "x64") return launchPackaged();
  for (const channel of ["chrome", "msedge", "chromium"]) {
    try {
      return await chromium.launch({ channel });
    } catch {
      // The next one may be there.
    }
  }
  throw new Error("the browser tests need Chrome or Edge on this machine, and neither could be started");
}

async function launchPackaged(): Promise<Browser> {
  await unpack();
  const options: LaunchOptions = {
    executablePath: join(home, "chromium"),
    args: ["--no-sandbox", "--disable-gpu"],
  };
  const fonts = existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: join(home, "fonts") };
  const env = { ...process.env, ...fonts };
  try {
    return await chromium.launch({ ...options, env });
  } catch (error) {
    if (!String(error).includes("shared libraries")) throw error;
    // A machine on which no browser has ever been installed lacks what the package brings along.
    return chromium.launch({ ...options, env: { ...env, LD_LIBRARY_PATH: join(home, "al2023/lib") } });
  }
}

/** Unpacks browser, fonts and libraries; the folder is there when all of it is. */
async function unpack(): Promise<void> {
  if (existsSync(home)) return;
  const fresh = `${home}.${process.pid}`;
  await mkdir(fresh, { recursive: true });
  const script = "tests/support/browser/inflate-chromium.cjs";
  const env = { ...process.env, TMPDIR: fresh, AWS_LAMBDA_JS_RUNTIME: "nodejs24.x" };
  await mustRun("Chromium could not be unpacked", process.execPath, [script], { env });
  try {
    await rename(fresh, home);
  } catch (error) {
    // Another test file was quicker.
    await rm(fresh, { recursive: true });
    if (!existsSync(home)) throw error;
  }
}
