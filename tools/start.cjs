// Starts a script of this repository: `node tools/start.cjs SCRIPT [ARGUMENT ...]`. Every npm script begins here.
// It runs on whatever Node.js the machine has, so it keeps to the syntax of old ones.
"use strict";

const { spawn, spawnSync } = require("child_process");
const { existsSync, readFileSync } = require("fs");
const { join, resolve } = require("path");
const { pathToFileURL } = require("url");

const root = join(__dirname, "..");
const { dependencies, devDependencies, engines, optionalDependencies } = readJson("package.json");
const needed = engines.node.replace(/^>=/, "");

function readJson(name) {
  return JSON.parse(readFileSync(join(root, name), "utf8"));
}

/** Whether a version of Node.js, such as 22.19.0, runs the scripts. */
function isEnough(version) {
  const [major, minor] = version.split(".").map(Number);
  const [neededMajor, neededMinor] = needed.split(".").map(Number);
  return major > neededMajor || (major === neededMajor && minor >= neededMinor);
}

/** musl or glibc, on Linux. */
function libc() {
  if (process.platform !== "linux" || process.report === undefined) return undefined;
  const { header } = process.report.getReport();
  return header.glibcVersionRuntime === undefined ? "musl" : "glibc";
}

/** The Node.js that `npm ci` has put into node_modules, if it is there and runs on this machine. */
function installedNode() {
  const file = process.platform === "win32" ? "node.exe" : "node";
  return Object.keys(optionalDependencies)
    .map((name) => join(root, "node_modules", name, "bin", file))
    .find((path) => {
      const { status, stdout } = spawnSync(path, ["--version"], { encoding: "utf8" });
      return status === 0 && isEnough(stdout.replace(/^v/, ""));
    });
}

function withoutNode() {
  const found = `the scripts need Node.js ${needed} or newer, and ${process.execPath} is ${process.versions.node}`;
  const platform = `${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const packaged = Object.keys(optionalDependencies).some((name) => name.endsWith(platform));
  if (libc() === "musl")
    return `${found}; npm has none for musl: install Node.js ${needed} or newer, for example with the image node:24-alpine`;
  if (!packaged) return `${found}; npm has none for ${platform}: install Node.js ${needed} or newer`;
  return `${found}: run \`npm ci\` without --omit=optional, which brings one, or install Node.js ${needed} or newer`;
}

/** Names of packages that the scripts need and that are not installed. */
function missingPackages() {
  return Object.keys(Object.assign({}, dependencies, devDependencies)).filter(
    (name) => !existsSync(join(root, "node_modules", name)),
  );
}

/** Names of the packages with native code for this machine that are not installed. */
function missingNative() {
  const own = libc();
  const fits = (list, value) => list === undefined || list.includes(value);
  return Object.entries(readJson("package-lock.json").packages)
    .filter(([, { optional, cpu }]) => optional === true && cpu !== undefined)
    .filter(
      ([, { os, cpu, libc }]) => fits(os, process.platform) && fits(cpu, process.arch) && fits(libc, own),
    )
    .map(([path]) => path.replace(/^node_modules\//, ""))
    .filter((name) => !(name in optionalDependencies) && !existsSync(join(root, "node_modules", name)));
}

/** What is missing and what to do, in one line; undefined when nothing is. */
function problem() {
  const missing = missingPackages();
  if (missing.length > 5) return "the packages of this repository are not installed: run `npm ci`";
  if (missing.length > 0) return `${missing.join(", ")} not installed: run \`npm ci\``;
  const native = missingNative();
  if (native.length > 0)
    return `native parts of packages are missing (${native[0]}): run \`npm ci\` on this machine, without --omit=optional`;
  return undefined;
}

/** Ends with npm, whose end nobody else tells us: it ends the shell between, or leaves it alone. */
function endWithNpm(end) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parents = () => [process.ppid, parentOf(process.ppid)].join();
  const first = parents();
  const timer = setInterval(() => {
    if (parents() === first) return;
    clearInterval(timer);
    end();
  }, 500);
  timer.unref();
}

/** Known on Linux only. */
function parentOf(pid) {
  try {
    // The name of the process, in parentheses, may hold anything.
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").pop().split(" ")[1];
  } catch {
    return "";
  }
}

function runHere(script, args) {
  process.argv = [process.argv[0], script].concat(args);
  endWithNpm(() => process.kill(process.pid, "SIGTERM"));
  import(pathToFileURL(script).href).catch((error) => {
    console.error(error);
    process.exit(1);
  });
}

function runWith(node, script, args) {
  const child = spawn(node, [script].concat(args), { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  endWithNpm(() => child.kill("SIGTERM"));
  child.on("exit", (code) => process.exit(code === null ? 1 : code));
}

function fail(sentence) {
  console.error(`error: ${sentence}`);
  process.exit(1);
}

const script = resolve(process.argv[2]);
const args = process.argv.slice(3);
const unready = problem();
if (isEnough(process.versions.node)) {
  if (unready === undefined) runHere(script, args);
  else fail(unready);
} else {
  const node = installedNode();
  if (node === undefined) fail(withoutNode());
  else if (unready === undefined) runWith(node, script, args);
  else fail(unready);
}
