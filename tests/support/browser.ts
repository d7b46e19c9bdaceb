import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const chromiums = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const firefoxes = ["firefox-esr", "firefox"];

/** Offline and quiet: no updates, no first-run pages, no sync. */
export const browserFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Path of the Chromium to drive: `CHROMIUM_PATH`, else an installed one, else undefined (Playwright's own). */
export function installedBrowser(): string | undefined {
  return process.env["CHROMIUM_PATH"] || firstOf(chromiums);
}

/** Path of the Firefox that is installed, if one is: Playwright drives only one that it downloads. */
export function installedFirefox(): string | undefined {
  return firstOf(firefoxes);
}

function firstOf(names: string[]): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
