import { type APIRequestContext, expect, test } from "@playwright/test";
import { demoPassword, demoSlug } from "#lib/demo/credentials";
import { installedFirefox } from "#tests/support/browser";
import { aDemoPayment, refundsOf } from "#tests/support/demo-payment";
import { openTab, type Tab } from "#tests/support/firefox/tab";

const home = `/${demoSlug}`;
const enter = "\uE007";
const widths = [1280, 360];

/** Where a merchant goes in a day; `first` follows the first row of what was opened before. */
const first = "first";
const day = [
  ...["", "/overview/gross", "/overview/country", "/search?q=visa", "/desk"],
  ...["/balances", "/balances/activity", "/balances/statements", "/balances/payouts", first],
  ...["/transactions", first, "/transactions/refunds", "/transactions/disputes", first],
  ...["/customers", first, "/products", first, "/exports", "/keyboard"],
  ...["/settings", "/settings/team", "/settings/user", "/developers/events", "/developers/webhooks"],
];

const looks = [
  { locale: "en", colorScheme: "light", amount: "12.34", refunded: /Partly refunded, €12\.34/ },
  { locale: "fr", colorScheme: "dark", amount: "12,34", refunded: /Remboursé en partie, 12,34/ },
] as const;

test.skip(process.env["TEST_FULL"] !== "1", "Part of npm run test:full.");
test.skip(!installedFirefox(), "Not tried where Firefox is not installed.");

for (const look of looks) {
  test(`a merchant's day in Firefox, ${look.locale}, ${look.colorScheme}`, async ({
    request,
    baseURL: address,
  }) => {
    test.setTimeout(600_000);
    const baseURL = String(address);
    const tab = await openTab(look);
    try {
      await signIn(tab, baseURL);
      await test.step("nothing is wrong with a page", () => visitAll(tab, baseURL, look));
      await test.step("a chart tells its values", () => pointAtChart(tab, baseURL));
      await test.step("what is typed is found", () => search(tab, baseURL));
      await test.step("a payment is refunded", () => refund(tab, { request, baseURL, ...look }));
      expect(tab.complaints()).toEqual([]);
    } finally {
      await tab.close();
    }
  });
}

type Look = (typeof looks)[number];

async function signIn(tab: Tab, baseURL: string): Promise<void> {
  await tab.open(`${baseURL}/sign-in`);
  await tab.click("[name=email]");
  await tab.press("owner@maison-lavande.test");
  await tab.click("[name=password]");
  await tab.press(demoPassword + enter);
  await expect(async () => expect(await pathOf(tab)).toContain(home)).toPass();
}

async function visitAll(tab: Tab, baseURL: string, look: Look): Promise<void> {
  for (const place of day) {
    const path = place === first ? await tab.run(firstRow) : home + place;
    await tab.resize(1280);
    const status = await tab.open(baseURL + path);
    const due = { headings: 1, language: look.locale, isDark: look.colorScheme === "dark" };
    await expect(async () =>
      expect({ path, status, ...(await tab.run(looked)) }).toEqual({ path, status: 200, ...due }),
    ).toPass();
    for (const width of widths) {
      await tab.resize(width);
      // A chart follows the width a moment later.
      await expect.poll(() => tab.run(excess, width), `${path} at ${width} px`).toBe(0);
    }
    expect([path, ...tab.complaints()]).toEqual([path]);
  }
}

async function pointAtChart(tab: Tab, baseURL: string): Promise<void> {
  await tab.resize(1280);
  await tab.open(`${baseURL}${home}`);
  expect(await tab.run(linesWithoutShape)).toBe(0);
  await tab.point(".ui-chart-plot");
  await expect.poll(() => tab.run(isInked)).toBe(true);
}

async function search(tab: Tab, baseURL: string): Promise<void> {
  await tab.open(`${baseURL}${home}/transactions`);
  await pressUntil(tab, "/", () => tab.run(() => document.activeElement?.getAttribute("name") === "q"));
  await tab.press("lavande");
  await expect.poll(() => tab.run(() => document.querySelectorAll(".ui-live a").length)).toBeGreaterThan(1);
  await tab.press(enter);
  await expect(async () => expect(await pathOf(tab)).toBe(`${home}/search?q=lavande`)).toPass();
}

type Refunding = Pick<Look, "amount" | "refunded"> & { request: APIRequestContext; baseURL: string };

async function refund(tab: Tab, { request, baseURL, amount, refunded }: Refunding): Promise<void> {
  const { id } = await aDemoPayment(request);
  await tab.open(`${baseURL}${home}/transactions/${id}`);
  await pressUntil(tab, "r", async () => /\/refund\?key=/.test(await pathOf(tab)));
  await expect(() => tab.click("main [name=amount]")).toPass();
  await tab.run(emptyField);
  await tab.press(amount);
  await tab.run(choose, "main [name=reason]", "duplicate");
  await tab.click("main form:has([name=amount]) button:not([type=button])");
  await expect(async () => expect(await tab.run(() => document.body.innerText)).toMatch(refunded)).toPass();
  expect(await refundsOf(request, id)).toMatchObject([{ amount: 1234, reason: "duplicate" }]);
}

/** A page's keys do nothing before its scripts run. */
async function pressUntil(tab: Tab, key: string, isDone: () => Promise<boolean>): Promise<void> {
  await expect(async () => {
    if (!(await isDone())) await tab.press(key);
    expect(await isDone()).toBe(true);
  }).toPass({ intervals: [500, 2_000] });
}

function pathOf(tab: Tab): Promise<string> {
  return tab.run(() => location.pathname + location.search);
}

// What follows runs in the page.

function firstRow(): string {
  return document.querySelector<HTMLAnchorElement>("main .ui-row-link")?.pathname ?? "no row";
}

function looked() {
  const [, red] = /(\d+)/.exec(getComputedStyle(document.documentElement).backgroundColor) ?? [];
  return {
    headings: document.querySelectorAll("h1").length,
    language: document.documentElement.lang,
    isDark: Number(red) < 128,
  };
}

/** How much wider than the window the page is; the window is as wide as was asked. */
function excess(width: number): number {
  return Math.max(document.documentElement.scrollWidth, innerWidth) - width;
}

function linesWithoutShape(): number {
  const lines = [...document.querySelectorAll<SVGPathElement>(".ui-chart-line")];
  return lines.length === 0 ? -1 : lines.filter((line) => line.getTotalLength() === 0).length;
}

function isInked(): boolean {
  const canvas = document.querySelector<HTMLCanvasElement>(".ui-chart-plot[data-drawn] canvas");
  if (!canvas || canvas.width === 0) return false;
  const { data } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
  return data.some((part) => part > 0);
}

function emptyField(): void {
  const { activeElement: field } = document;
  if (field instanceof HTMLInputElement) field.select();
}

function choose(selector: string, value: string): void {
  const field = document.querySelector<HTMLSelectElement>(selector);
  if (!field) throw new Error(`There is no ${selector}`);
  field.value = value;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}
