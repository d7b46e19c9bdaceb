import type { APIRequestContext, Page } from "@playwright/test";
import { randomText } from "#lib/ids";

/** A form as a browser without scripts would send it. */
export type Fields = [name: string, value: string][];

/** What the page's form would send with these values typed in; `having`: a field that tells it from others. */
export async function fieldsOfForm(
  page: Page,
  { at, having, typed }: { at: string; having: string; typed: Record<string, string> },
): Promise<Fields> {
  await page.goto(at);
  const form = page.locator("main form", { has: page.locator(`[name="${having}"]`) }).first();
  const fields = await form.evaluate((element: HTMLFormElement) =>
    [...new FormData(element)].map(([name, value]) => [name, String(value)] as [string, string]),
  );
  const others = fields.filter(([name]) => !(name in typed));
  return [...others, ...Object.entries(typed)];
}

/** Sends a form by hand to an address, under a one-time key of its own. */
export async function sendForm(somebody: APIRequestContext, address: string, fields: Fields) {
  const multipart = new FormData();
  for (const [name, value] of fields) {
    multipart.append(name, name === "one_time_key" ? randomText(24) : value);
  }
  return somebody.post(address, { multipart, maxRedirects: 0 });
}

/** What a page says, and what stands in its fields. */
export async function saidBy(page: Page, address: string): Promise<string> {
  await page.goto(address);
  const main = page.locator("main");
  const values = await main
    .locator("input:not([type=hidden]), select, textarea")
    .evaluateAll((fields) => fields.map((field) => ("value" in field ? String(field.value) : "")));
  return [await main.innerText(), ...values].join("\n");
}
