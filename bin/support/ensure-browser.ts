import { installedBrowser, installedFirefox } from "../../tests/support/browser.ts";
import { type Outcome, programs, run, runNode } from "./run.ts";

/**
 * Finds a Chromium, or installs one: the system's package where we may, else Playwright's own download. The full run
 * has a Firefox too where the system's package can be had; its tests are left out where it cannot.
 */
export async function ensureBrowser({ full }: { full: boolean }): Promise<Outcome> {
  if (full && !installedFirefox() && mayInstall()) await installPackage("firefox-esr");
  const found = installedBrowser();
  if (found) return { ok: true, output: found };
  if (mayInstall() && (await installPackage("chromium"))) return { ok: true, output: "chromium" };
  return runNode(programs.playwright, ["install", "chromium"]);
}

function mayInstall(): boolean {
  return process.getuid?.() === 0;
}

async function installPackage(name: string): Promise<boolean> {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const install = () => run("apt-get", ["install", "-y", "--no-install-recommends", name], { env });
  if ((await install()).ok) return true;
  await run("apt-get", ["update"], { env });
  return (await install()).ok;
}
