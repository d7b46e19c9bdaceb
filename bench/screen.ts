/* What pages cost the server, and how soon they stand on a slow phone: `node bench/screen.ts --database FILE`. */
import { parseArgs } from "node:util";
import { type Browser, chromium, type Page } from "@playwright/test";
import { demoSlug } from "#lib/demo/credentials";
import { browserFlags, installedBrowser } from "#tests/support/browser";
import { percentiles } from "./measure.ts";
import { measurePage, originOf, signIn } from "./page.ts";
import { start, type Subject } from "./subject.ts";

const answered = [
  ...["", "?period=7d&step=hour", "?period=today", "?period=3m", "?period=12m&step=day", "?period=all"],
  ...["/search?q=lavande", "/search?q=amount:>100", "/search/live?q=lav"],
];
const drawn = ["", "?period=7d&step=hour", "?period=12m"];
const looks = 5;
const screen = { width: 360, height: 740 };
/** A slow 4G as browsers' own tools imitate it: bytes a second, and milliseconds there and back. */
const network = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 96_000 };
/** Times slower than this machine. */
const slowness = 4;

const { values } = parseArgs({
  options: { database: { type: "string" }, port: { type: "string", default: "4612" } },
});
if (!values.database) throw new Error("Say of which database: --database FILE");
const port = Number(values.port);
const origin = originOf({ port });

const comptoir = await start("./comptoir.ts", port, values.database);
try {
  const cookie = await signIn(origin);
  for (const address of answered) await tellAnswers(comptoir, address, cookie);
  const executablePath = installedBrowser();
  const browser = await chromium.launch({ args: browserFlags, ...(executablePath && { executablePath }) });
  for (const address of drawn) await tellLooks(browser, address, cookie);
  await browser.close();
} finally {
  await comptoir.stop();
}

/** From sending the request to the last byte, and the server's processor time for it. */
async function tellAnswers(server: Subject, address: string, cookie: string): Promise<void> {
  const { p50, p95, cpu } = await measurePage(server, { address, cookie }, { warmUp: 20, asked: 40 });
  console.log(`${name(address)} p50 ${ms(p50)}, p95 ${ms(p95)}, processor ${ms(cpu)}`);
}

/** With nothing in the browser's store, each time. */
async function tellLooks(browser: Browser, address: string, cookie: string): Promise<void> {
  const seen: Look[] = [];
  for (let i = 0; i < looks; i++) {
    const context = await browser.newContext({ viewport: screen, isMobile: true, hasTouch: true });
    const cookies = cookie.split("; ").map((pair) => pair.split("=", 2));
    await context.addCookies(cookies.map(([key = "", value = ""]) => ({ name: key, value, url: origin })));
    seen.push(await look(await context.newPage(), address));
    await context.close();
  }
  const middle = (of: keyof Look) => percentiles(seen.map((each) => each[of])).p50;
  console.log(
    `${name(address)} first byte ${ms(middle("answered"))}, painted ${ms(middle("painted"))}, charts ${ms(middle("charts"))}, layout shift ${Math.max(...seen.map(({ shift }) => shift))}`,
  );
}

interface Look {
  /** Milliseconds since the page was asked for. */
  answered: number;
  painted: number;
  charts: number;
  shift: number;
}

async function look(page: Page, address: string): Promise<Look> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.emulateNetworkConditions", network);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowness });
  await page.addInitScript(watchCharts);
  await page.goto(`${origin}/${demoSlug}${address}`, { waitUntil: "networkidle", timeout: 120_000 });
  return page.evaluate(() => {
    const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    const painted = paint?.startTime ?? NaN;
    const { charts, shift } = document.documentElement.dataset;
    return {
      answered: navigation?.responseStart ?? NaN,
      painted,
      charts: Math.max(painted, Number(charts)),
      shift: Number(shift),
    };
  });
}

/** Runs in the page: notes when a frame first holds all its charts, and how far what was there moved. */
function watchCharts(): void {
  let known = 0;
  let shift = 0;
  const note = () => {
    const lines = document.querySelectorAll(".ui-chart-line").length;
    const { dataset } = document.documentElement;
    if (lines > known) dataset.charts = String(performance.now());
    known = lines;
    dataset.shift = String(shift);
    requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if ("value" in entry) shift += Number(entry.value);
  }).observe({ type: "layout-shift", buffered: true });
}

function name(address: string): string {
  return (address || "/").padEnd(24);
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}
