import { installedBrowser } from "../../tests/support/browser.ts";
import { type Outcome, programs, run, runNode } from "./run.ts";

/** Finds a Chromium, or installs one: the system's package where we may, else Playwright's own download. */
export async function ensureBrowser(): Promise<Outcome> {
  const found = installedBrowser();
  if (found) return { ok: true, output: found };
  if (process.getuid?.() === 0 && (await installPackage())) return { ok: true, output: "chromium" };
  return runNode(programs.playwright, ["install", "chromium"]);
}

async function installPackage(): Promise<boolean> {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const install = () => run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { env });
  if ((await install()).ok) return true;
  await run("apt-get", ["update"], { env });
  return (await install()).ok;
}
