import { expect } from "@playwright/test";
import { aDemoPayment } from "#tests/support/demo-payment";
import { button, confirmRun, fill, home, see, select, type Tasks } from "./merchant";

/** Many payments at a time. */
export const lists: Tasks = {
  async "finds payments by status, amount and card"(work) {
    await see(
      work,
      `${home}/transactions?status=succeeded&amount_from=10&last4=4242&currency=eur`,
      "main table",
    );
  },
  async "puts the largest first"(work) {
    await see(work, `${home}/transactions?sort=largest`, "main table");
  },
  async "has one more column in the list"({ page }) {
    await fill(page, `${home}/transactions`, { shown: "id" });
    await page.goto(`${home}/transactions`);
    await expect(page.locator("main tbody code").first()).toContainText("pi_");
  },
  async "adds up what is filtered"({ page, scripts }) {
    await page.goto(`${home}/transactions?status=refunded`);
    if (!scripts) await page.locator("main a[href*='totals']").first().click();
    await expect(page.locator("main")).toContainText(/\d+[^\n]*€/);
  },
  async "saves a view of their own, and one for the team"({ page, word }) {
    for (const shared of [false, true]) {
      const name = `${shared ? "Team" : "Mine"} ${word}`;
      await page.goto(`${home}/transactions?status=failed&sort=oldest`);
      const form = page.locator("main form:has([name=shared])");
      await page.locator("main details:has([name=shared]) > summary").click();
      await form.locator("[name=name]").fill(name);
      if (shared) await form.locator("[name=shared]").check();
      await form.locator(button).click();
      await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
    }
  },
  async "refunds a tenth of two payments at once"(work) {
    const { page, request, api } = work;
    const ids = [await aDemoPayment(request), await aDemoPayment(request)].map(({ id }) => id);
    await select(page, `${home}/transactions?status=succeeded&currency=eur`, ids, "refund");
    await fill(page, null, { share: "percent", value: "10", reason: "duplicate" });
    await confirmRun(work);
    for (const id of ids) expect((await api.refunds.list({ payment_intent: id })).data).toHaveLength(1);
  },
  async "adds metadata to two payments at once"(work) {
    const { page, request, api } = work;
    const ids = [await aDemoPayment(request), await aDemoPayment(request)].map(({ id }) => id);
    await select(page, `${home}/transactions?status=succeeded&currency=eur`, ids, "metadata");
    await fill(page, null, { name: "sale", value: work.word });
    await confirmRun(work);
    expect(await api.paymentIntents.retrieve(ids[0] ?? "")).toMatchObject({ metadata: { sale: work.word } });
  },
  async "sees what was done to many at once"(work) {
    await see(work, `${home}/transactions/bulk`, "main table");
  },
  async "reads fees, refunds, disputes and all activity"(work) {
    for (const list of ["fees", "refunds", "disputes", "activity"]) {
      await see(work, `${home}/transactions/${list}`, "main table");
    }
  },
};
