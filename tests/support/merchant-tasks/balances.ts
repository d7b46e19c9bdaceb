import { expect } from "@playwright/test";
import { fill, home, idOf, made, see, type Tasks } from "./merchant";

const balances = `${home}/balances`;

/** What the business has, and where it goes. */
export const ofBalances: Tasks = {
  async "looks at what there is, and when the rest comes"(work) {
    await see(work, balances, "main table");
  },
  async "pays out by hand"(work) {
    const values = { amount: "1.00", method: "standard", description: work.word };
    await fill(work.page, `${balances}/payouts/new`, values);
    await made(work, "payout", /payouts\/(po_\w+)$/);
    await expect(work.page.locator("main")).toContainText(work.word);
  },
  async "thinks better of it"(work) {
    const payout = `${balances}/payouts/${idOf(work, "payout")}`;
    await fill(work.page, `${payout}/cancel`, {});
    await work.page.waitForURL(/payouts\/po_\w+(\?|$)/);
    await expect(work.page.locator("main .ui-header .ui-status")).toHaveText(/Canceled|Annulé/);
  },
  async "pays out again what did not arrive"(work) {
    const { page } = work;
    await see(work, `${balances}/payouts?status=failed`, "main .ui-row-link");
    await page.goto((await page.locator("main .ui-row-link").first().getAttribute("href")) ?? "");
    const again = page.locator("main a[href*='payouts/new?']");
    const [, amount] = /amount=(\d+)/.exec((await again.getAttribute("href")) ?? "") ?? [];
    await again.click();
    const typed = await page.locator("main [name=amount]").inputValue();
    expect(typed.replace(/\D/g, "")).toBe(amount);
  },
  async "adds to the balance by a transfer, with its reference"(work) {
    const values = { amount: "25.00", way: "transfer", description: work.word };
    await fill(work.page, `${balances}/top-ups/new`, values);
    await made(work, "topup", /top-ups\/(tu_\w+)$/);
    await see(work, `${balances}/top-ups/${idOf(work, "topup")}`, "main .ui-header");
  },
  async "is paid out on Fridays from now on"(work) {
    await fill(work.page, `${balances}/schedule`, { interval: "weekly", weekday: "friday" });
    await work.page.waitForURL(/\/balances(\?|$)/);
    await expect(work.page.locator("main")).toContainText(/every Friday|vendredi/);
  },
  async "checks a payout by schedule, line by line"(work) {
    await see(work, `${balances}/payouts?status=paid`, "main .ui-row-link");
    const { page } = work;
    const rows = page.locator("main tr").filter({ hasText: /By schedule|Selon le calendrier/ });
    const address = await rows.first().locator(".ui-row-link").getAttribute("href");
    await see(work, address ?? "", "main table");
    const lines = await page.request.get(`${address}/transactions.csv`);
    expect((await lines.text()).split("\n").length).toBeGreaterThan(2);
  },
  async "takes a month's statement away"(work) {
    const { page } = work;
    await see(work, `${balances}/statements`, "main .ui-row-link");
    const month = await page.locator("main .ui-row-link").nth(1).getAttribute("href");
    await see(work, month ?? "", "main table");
    for (const [file, begins] of [
      ["statement.csv", "month,"],
      ["statement.pdf", "%PDF-"],
    ] as const) {
      const answer = await page.request.get(`${month}/${file}`);
      expect((await answer.body()).toString("latin1")).toMatch(new RegExp(`^${begins}`));
    }
  },
  async "reads what the balance did in days of their own"(work) {
    await see(work, `${balances}/activity?from=2026-01-05&to=2026-02-03`, "main form");
  },
};
