import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { browserFlags, installedBrowser } from "./tests/support/browser.ts";

const port = Number(process.env["E2E_PORT"] ?? 3199);
const address = `http://localhost:${port}`;
// What the shared server begins with, for those that some tests start for themselves.
process.env["E2E_TEMPLATE"] ??= join(tmpdir(), `comptoir-e2e-${port}.db`);
const executablePath = installedBrowser();

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  workers: 2,
  timeout: 30_000,
  // A machine that does other things too may be slow once; a test that needs its second try is told as flaky.
  retries: 1,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env["CI"]),
  reporter: process.env["CI"] ? "line" : "list",
  use: {
    baseURL: address,
    actionTimeout: 12_000,
    navigationTimeout: 15_000,
    locale: "en-GB",
    timezoneId: "Europe/Paris",
    trace: "retain-on-failure",
    launchOptions: { args: browserFlags, ...(executablePath && { executablePath }) },
  },
  projects: [
    { name: "desktop", use: { viewport: { width: 1280, height: 800 } } },
    {
      // What a phone's width or touch changes; that every page fits its screen the sweep sees.
      name: "phone",
      grep: /@phone/,
      use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    },
  ],
  webServer: {
    command: "node tests/support/e2e-server.ts",
    url: `${address}/healthz`,
    timeout: 180_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    env: { PORT: String(port) },
    stdout: "ignore",
    stderr: "pipe",
  },
});
