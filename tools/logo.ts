import { writeFile } from "node:fs/promises";
import { isStartedAs, runTool } from "./engine/failure.ts";
import { drawLogo } from "./logo/drawing.ts";
import { pngFile } from "./logo/png.ts";

/** What Pulumi's registry shows beside the name of a package is a square of 100 pixels. */
export const logoSide = 100;

export const logoFile = "docs/logo.png";

/** Draws the logo into `docs/`. */
async function main(): Promise<void> {
  await writeFile(logoFile, pngFile(drawLogo(logoSide)));
}

if (isStartedAs("logo.ts")) runTool(main);
