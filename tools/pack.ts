import { buildPlugin } from "./build.ts";
import { isStartedAs, runTool } from "./engine/failure.ts";
import { packPackages } from "./user/pack.ts";

/** Packs the npm packages as they are published: `npm run pack -- FOLDER`, whose content goes. */
async function main(): Promise<void> {
  const [folder = ".engine/packages"] = process.argv.slice(2);
  await buildPlugin();
  console.log(Object.values(await packPackages(folder)).join("\n"));
}

if (isStartedAs("pack.ts")) runTool(main);
