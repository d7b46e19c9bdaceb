import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { installedFirefox } from "../browser.ts";
import { type Bidi, connectBidi } from "./bidi.ts";

/** In which language pages are asked for, and whether it is dark. */
export interface Look {
  locale: string;
  colorScheme: "light" | "dark";
}

/** Starts the installed Firefox with a profile of its own, which goes with it. */
export async function launchFirefox(look: Look): Promise<{ bidi: Bidi; end: () => Promise<void> }> {
  const profile = mkdtempSync(join(tmpdir(), "comptoir-firefox-"));
  writeFileSync(join(profile, "user.js"), preferences(look));
  const browser = spawn(
    installedFirefox() ?? "",
    ["--headless", "--no-remote", "--remote-debugging-port=0", "--profile", profile],
    { env: { ...process.env, HOME: profile }, stdio: ["ignore", "ignore", "pipe"] },
  );
  const end = async () => {
    if (browser.exitCode === null && browser.kill("SIGKILL")) await once(browser, "exit");
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    return { bidi: await connectBidi(`${await addressOf(browser)}/session`), end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Where it says that it listens. */
async function addressOf({ stderr }: ChildProcess): Promise<string> {
  if (!stderr) throw new Error("Firefox says nothing");
  for await (const line of createInterface({ input: stderr })) {
    const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(line) ?? [];
    if (address) {
      stderr.resume();
      return address;
    }
  }
  throw new Error("Firefox did not start");
}

/** Beyond what it sets by itself when it is driven: offline and quiet. */
function preferences({ locale, colorScheme }: Look): string {
  const set: Record<string, string | number | boolean> = {
    "intl.accept_languages": locale,
    "layout.css.prefers-color-scheme.content-override": colorScheme === "dark" ? 0 : 1,
    "browser.shell.checkDefaultBrowser": false,
    "datareporting.policy.dataSubmissionEnabled": false,
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
  };
  return Object.entries(set)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join("");
}
