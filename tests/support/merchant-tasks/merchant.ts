import AxeBuilder from "@axe-core/playwright";
import { type APIRequestContext, expect, type Locator, type Page } from "@playwright/test";
import type Stripe from "stripe";
import { demoSlug } from "#lib/demo/credentials";

/* What the merchant's tasks have in common: forms go by the names of their fields, the same in every language. */

export const home = `/${demoSlug}`;

export interface Work {
  page: Page;
  request: APIRequestContext;
  api: Stripe;
  scripts: boolean;
  /** In the names of everything that is made, so that it is found again. */
  word: string;
  /** What earlier tasks made, by what it is. */
  ids: Map<string, string>;
}

/** What a merchant does, one task after the other: each says what for, and looks at what came of it. */
export type Tasks = Record<string, (work: Work) => Promise<void>>;

/** What a form does in the first place. */
export const button = "button:is([data-tone=primary], [data-tone=danger])";

export const idOf = ({ ids }: Work, what: string) => ids.get(what) ?? "";
export const mailOf = ({ word }: Work) => `${word.toLowerCase()}@example.com`;

export function of(work: Work, what: "customer" | "payment" | "product"): string {
  const list = { customer: "customers", payment: "transactions", product: "products" }[what];
  return `${home}/${list}/${idOf(work, what)}`;
}

/** Fills the form that has these fields in, and sends it. `address`: null for the page that is open. */
export async function fill(
  page: Page,
  address: string | null,
  values: Record<string, string>,
): Promise<void> {
  if (address !== null) await page.goto(address);
  const having = Object.keys(values).map((name) => `:has([name="${name}"])`);
  const form = page.locator(`main form${having.join("")}:has(button)`).last();
  for (const [name, value] of Object.entries(values)) await set(form, name, value);
  const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
  await form.locator(`${button}, button:not([data-tone=quiet]):not([name])`).last().click();
  await answered;
  await page.waitForLoadState("load");
}

async function set(form: Locator, name: string, value: string): Promise<void> {
  const choice = form.locator(`[name="${name}"][value="${value}"]:is([type=radio], [type=checkbox])`);
  if ((await choice.count()) > 0) {
    await open(choice.first());
    return choice.first().check();
  }
  const field = form.locator(`[name="${name}"]`).first();
  await open(field);
  if ((await field.evaluate((one) => one.tagName)) === "SELECT") await field.selectOption(value);
  else await field.fill(value);
}

/** Unfolds what a field lies in. */
async function open(field: Locator): Promise<void> {
  for (const folded of await field.locator("xpath=ancestor::details[not(@open)]").all()) {
    await folded.locator("> summary").click();
  }
}

export async function made({ page, ids }: Work, what: string, at: RegExp): Promise<void> {
  await page.waitForURL(at);
  ids.set(what, at.exec(page.url())?.[1] ?? "");
}

/** Selects rows of a list, and goes on to what shall be done with them. */
export async function select(page: Page, list: string, ids: string[], act: string): Promise<void> {
  await page.goto(list);
  for (const id of ids) {
    const row = page.locator(`main [name=id][value=${id}]`).first();
    // On a phone the bar at the foot of the screen lies over what is only just in sight.
    await row.evaluate((box) => box.scrollIntoView({ block: "center" }));
    await row.check({ force: true });
  }
  await page.locator(`main [name=act][value=${act}]`).first().click();
  await page.waitForURL(/selection=/);
}

/** Confirms a run once it is planned, and waits until it is over. */
export async function confirmRun({ page }: Work): Promise<void> {
  await page.waitForURL(/\/bulk\/bulk_/);
  const confirm = page.locator(`main form ${button}`).first();
  await expect(async () => {
    await page.reload();
    await expect(confirm).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  await confirm.click();
  await expect(async () => {
    await page.reload();
    await expect(page.locator("main a[href$='report.csv']")).toBeVisible({ timeout: 1000 });
    await expect(page.locator("main")).toContainText(/2 (of|sur) 2/, { timeout: 1000 });
  }).toPass({ timeout: 30_000 });
}

export async function exported({ page }: Work, of: string, values: Record<string, string>): Promise<void> {
  await fill(page, `${home}/exports/new?of=${of}`, values);
  await page.waitForURL(/\/exports\/exp_/);
  const file = page.locator("main a[href*='/exports/exp_']").first();
  await expect(async () => {
    await page.reload();
    await expect(file).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  const answer = await page.request.get((await file.getAttribute("href")) ?? "");
  expect((await answer.body()).length).toBeGreaterThan(20);
}

export async function imported({ page }: Work, address: string, rows: string): Promise<void> {
  await page.goto(address);
  const sent = { name: "rows.csv", mimeType: "text/csv", buffer: Buffer.from(rows) };
  await page.locator("main [name=file]").setInputFiles(sent);
  await page.locator(`main form:has([name=file]) ${button}`).click();
  await page.locator(`main form:has([name=key]) ${button}`).click();
  await page.waitForURL(/step=preview/);
  await page.locator(`main form:has([name=id]) ${button}`).click();
  await page.waitForURL(/imp_\w+$/);
  await expect(async () => {
    await page.reload();
    await expect(page.locator(`main a[href="${address}"].ui-button`)).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
}

/** The page is there, whole, fits its screen, and has nothing that keeps somebody out. */
export async function see({ page, scripts }: Work, address: string, part: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator(part).first()).toBeVisible();
  if (!scripts) return;
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.length}`)).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(width).toBeLessThanOrEqual(0);
}
