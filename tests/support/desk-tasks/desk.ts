import { expect, type Page, type Request } from "@playwright/test";
import { demoSlug } from "#lib/demo/credentials";
import type { Role } from "#lib/auth/roles";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";

export const home = `/${demoSlug}`;
export const transactions = `${home}/transactions`;

/** Where somebody of the desk is at work. */
export interface Desk {
  page: Page;
  locale: Locale;
  /** A fresh payment of 64.50 EUR; its id. */
  pay(params?: Record<string, string>): Promise<string>;
  /** A payment of another month that nobody has refunded; its id. */
  settled(): Promise<string>;
  /** Opens the dispute of a fresh payment with this card; its path. */
  dispute(card: string, params?: Record<string, string>): Promise<string>;
}

/** Something that the people of a support desk do in a day, and whose work it is. */
export interface Task {
  name: string;
  roles: readonly Role[];
  run(desk: Desk): Promise<void>;
}

export const button = ({ page }: Desk, name: string | RegExp) => page.getByRole("button", { name });

export const words = ({ locale }: Desk) => ({
  desk: translator(locale, "desk"),
  disputes: translator(locale, "disputes"),
  blocked: translator(locale, "blocked"),
  bulk: translator(locale, "bulk"),
  notes: translator(locale, "notes"),
});

/** A message with a number in it, whatever the number is. */
export function anyIn(message: string): RegExp {
  const parts = message.split("§").map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  // Names are compared with their French hard spaces made soft.
  return new RegExp(parts.join(".+").replaceAll(/\s/g, String.raw`\s`));
}

/** As it is typed in this language. */
export const typed = ({ locale }: Desk, amount: string) =>
  locale === "fr" ? amount.replace(".", ",") : amount;

/** Asks the desk for a payment until it can be found, and stands before its refund. */
export async function findAtDesk(desk: Desk, asked: string): Promise<void> {
  const { page } = desk;
  const t = words(desk).desk;
  await expect(async () => {
    await page.goto(`${home}/desk`);
    await page.getByLabel(t("find")).fill(asked);
    await button(desk, t("search")).click();
    await expect(page.getByLabel(t("amount"))).toBeVisible({ timeout: 2000 });
  }).toPass();
}

/** From what the customer says to a refund that was made. */
export async function refundAtDesk(desk: Desk, asked: string, amount: string): Promise<void> {
  const { page } = desk;
  const t = words(desk).desk;
  await findAtDesk(desk, asked);
  await page.getByLabel(t("amount")).fill(amount);
  await page.getByLabel(t("amount")).press("Enter");
  await seeRefunded(desk);
}

/** The desk says that it was refunded: what it says of limits has words of that too. */
export async function seeRefunded(desk: Desk): Promise<void> {
  const { source } = anyIn(words(desk).desk("done.succeeded", { amount: "§" }));
  await expect(desk.page.getByText(new RegExp(`^${source}$`)).first()).toBeVisible();
}

/** Pages that the browser asks for, whatever leads on to another. */
export async function fewLoads({ page }: Desk, act: () => Promise<void>, most: number): Promise<void> {
  let loads = 0;
  const count = (request: Request) => {
    if (request.isNavigationRequest() && request.redirectedFrom() === null) loads++;
  };
  page.on("request", count);
  await act();
  page.off("request", count);
  expect(loads).toBeLessThanOrEqual(most);
}

/** Looks again, as whoever has no scripts does, until it is there. */
export async function until({ page }: Desk, look: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.reload();
    await look();
  }).toPass();
}

/** The steps of an answer up to the letter, which is written. */
export async function counterUntilLetter(desk: Desk, path: string): Promise<void> {
  const { page } = desk;
  const t = words(desk).disputes;
  await page.goto(`${path}/counter`);
  await page.getByLabel(t("product.kind.physical_product")).check();
  await button(desk, t("counter.goOn")).click();
  await page.getByLabel(t("field.shipping_tracking_number")).fill("6A12345678901");
  await button(desk, t("counter.save")).click();
  await page.getByRole("link", { name: t("counter.goOn") }).click();
  // Nobody types into a letter of which half has come.
  await page.waitForURL(/\/letter/);
  await writeLetter(desk, "It was delivered and signed for.");
}

export async function writeLetter(desk: Desk, text: string): Promise<void> {
  await desk.page.getByLabel(words(desk).disputes("field.uncategorized_text")).fill(text);
}

let made = Date.now();

/** A word that nobody else uses. */
export const unique = (before: string) => `${before}${(made++).toString(36)}`;
