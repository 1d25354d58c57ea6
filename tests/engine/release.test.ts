import { once } from "node:events";
import { createReadStream } from "node:fs";
import { copyFile, mkdir, stat, symlink, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { delimiter, dirname, join } from "node:path";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import { executableName, findOnPath } from "../../tools/engine/find-on-path.ts";
import { archiveName, releasePlatform } from "../../tools/engine/release-archive.ts";
import { createReport } from "../../tools/engine/report.ts";
import { readPinnedVersions } from "../../tools/engine/versions.ts";
import { createWorkspace } from "../../tools/engine/workspace.ts";
import { type Engine, getEngine } from "../../tools/engine.ts";
import { mustRun } from "../../tools/process/run-command.ts";
import { sha256 } from "../../tools/release/archive.ts";
import { questionProgram } from "../support/engine/lookup-program.ts";
import { listeningPort } from "../support/listening-port.ts";
import { type Checkout, createCheckout } from "../support/tools/checkout.ts";

jest.setTimeout(180_000);

const { pulumi: version } = readPinnedVersions();
const name = archiveName(version, releasePlatform());

let checkout: Checkout;
let mirror: Server;
let simulator: Simulator;

/** A release archive as Pulumi's are, of the CLI and the language hosts that the tests run on. */
async function packRelease(engine: Engine, folder: string): Promise<string> {
  const folders = [dirname(engine.pulumi), engine.languageHosts].join(delimiter);
  await mkdir(join(folder, "pulumi"), { recursive: true });
  for (const program of ["pulumi", "pulumi-language-yaml"]) {
    const path = program === "pulumi" ? engine.pulumi : await findOnPath(program, folders);
    if (path === undefined) throw new Error(`the engine of the tests has no ${program}`);
    await copyFile(path, join(folder, "pulumi", executableName(program)));
  }
  const archive = join(folder, name);
  await mustRun("tar could not pack the release", "tar", ["-czf", archive, "pulumi"], {
    cwd: folder,
    env: { ...process.env, GZIP: "-1" },
  });
  return archive;
}

beforeAll(async () => {
  simulator = await startSimulator();
  checkout = await createCheckout();
  for (const tool of ["tar", "gzip"]) {
    const path = await findOnPath(tool, process.env["PATH"]);
    if (path !== undefined) await symlink(path, join(checkout.root, "path", tool));
  }
  const archive = await packRelease(
    await getEngine(createReport(process.stderr)),
    join(checkout.root, "archive"),
  );
  const { size } = await stat(archive);
  mirror = createServer((request, response) => {
    if (request.url === `/${name}`) {
      response.writeHead(200, { "content-length": size });
      createReadStream(archive).pipe(response);
    } else response.writeHead(404).end();
  });
  await once(mirror.listen(0, "127.0.0.1"), "listening");
  const pins = { note: "", version, sha256: { [releasePlatform()]: await sha256(archive) } };
  await writeFile(join(checkout.root, "tools/engine/releases.json"), JSON.stringify(pins));
}, 180_000);

afterAll(async () => {
  mirror.close();
  await simulator.close();
  await checkout.remove();
});

test("the real CLI out of a release archive, got from a mirror, previews a program with its own YAML host", async () => {
  const port = listeningPort(mirror);
  const env = { COMPSHARE_ENGINE_MIRROR: `http://127.0.0.1:${port}` };
  const pulumi = join(checkout.root, ".engine/release/pulumi", executableName("pulumi"));
  expect(await checkout.engine(env).done).toMatchObject({
    code: 0,
    stdout: `pulumi ${version} (from Pulumi's release): ${pulumi}\n`,
  });
  const workspace = await createWorkspace({
    // No hosts but those of the release.
    engine: { pulumi, version, origin: "release", languageHosts: join(checkout.root, "nowhere") },
    env: {
      COMPSHARE_BASE_URL: simulator.endpoint,
      COMPSHARE_PUBLIC_KEY: simulator.publicKey,
      COMPSHARE_PRIVATE_KEY: simulator.privateKey,
    },
  });
  try {
    await workspace.project("released", {
      "Pulumi.yaml": questionProgram("released", "getCompShareImage", ["name: cuda128_torch291_py312"]),
    });
    expect(await workspace.pulumi(["stack", "init", "dev"])).toMatchObject({ code: 0 });
    const preview = await workspace.pulumi(["preview", "-s", "dev"]);
    expect(preview).toMatchObject({ code: 0, stderr: "" });
    expect(preview.stdout).toContain("compshareImage-1minbz219ceq");
    expect(await workspace.pulumi(["version"])).toMatchObject({ code: 0, stdout: `${version}\n` });
  } finally {
    await workspace.dispose();
  }
});
