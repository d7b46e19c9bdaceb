import { expect } from "@playwright/test";
import { aDemoPayment, refundsOf } from "#tests/support/demo-payment";
import { exported, fill, home, idOf, made, mailOf, of, see, type Tasks } from "./merchant";

/** One payment after the other. */
export const payments: Tasks = {
  async "takes a payment with a typed card"(work) {
    const card = { card_number: "4242424242424242", card_expiry: "0434", card_cvc: "123" };
    await fill(work.page, `${home}/transactions/new`, { amount: "42.00", ...card, description: work.word });
    await made(work, "payment", /transactions\/(pi_\w+)$/);
  },
  async "holds another, and captures less"(work) {
    const { id } = await aDemoPayment(work.request, { capture_method: "manual" });
    await fill(work.page, `${home}/transactions/${id}/capture`, { amount: "60" });
    expect(await work.api.paymentIntents.retrieve(id)).toMatchObject({ amount_received: 6000 });
  },
  async "gives a hold up"(work) {
    const { id } = await aDemoPayment(work.request, { capture_method: "manual" });
    await fill(work.page, `${home}/transactions/${id}/cancel`, { reason: "duplicate" });
    await expect.poll(async () => (await work.api.paymentIntents.retrieve(id)).status).toBe("canceled");
  },
  async "refunds part of a payment"(work) {
    await fill(work.page, `${of(work, "payment")}/refund`, { amount: "10", reason: "duplicate" });
    expect(await refundsOf(work.request, idOf(work, "payment"))).toMatchObject([{ amount: 1000 }]);
  },
  async "sends a receipt to two people"(work) {
    const to = `${mailOf(work)}, second.${mailOf(work)}`;
    await fill(work.page, `${of(work, "payment")}/receipt`, { to });
    await expect(work.page.locator("main")).toContainText(`second.${mailOf(work)}`);
  },
  async "opens the receipt as the customer does"(work) {
    await see(work, of(work, "payment"), "main a[href*='/receipts/']");
    await work.page.locator("main a[href*='/receipts/']").first().click();
    await expect(work.page.locator("body")).toContainText("42");
  },
  async "leaves a note for colleagues"({ page, word, ...work }) {
    await fill(page, of({ ...work, page, word }, "payment"), { text: `Called back ${word}` });
    await expect(page.locator("main")).toContainText(`Called back ${word}`);
  },
  async "writes metadata on a payment"(work) {
    await fill(work.page, `${of(work, "payment")}/metadata`, { "name-0": "basket", "value-0": work.word });
    await expect(work.page.locator("main")).toContainText(work.word);
  },
  async "exports payments with a column of metadata"(work) {
    await exported(work, "payments", { which: "chosen", columns: "id", metadata: "basket", format: "csv" });
  },
};
