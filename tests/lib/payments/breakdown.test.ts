import { describe, expect, test } from "vitest";
import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { ledgerAccounts } from "#lib/ledger/accounts";
import { balanceOf } from "#lib/ledger/balances";
import { breakdownOf, type PaymentBreakdown } from "#lib/payments/breakdown";
import { capturePayment } from "#lib/payments/capture-payment";
import { getPaymentStory } from "#lib/payments/payment-story";
import { pricedAt } from "#lib/payments/priced-at";
import { refundPayment } from "#lib/refunds/refund-payment";
import { settleLater } from "#lib/refunds/settle-later";
import { aPayment } from "#tests/support/money";
import { aWorld } from "#tests/support/world";

async function breakdown(viewer: Viewer, paymentId: string): Promise<PaymentBreakdown> {
  const { attempts, refunds, transactions } = await getPaymentStory(viewer, paymentId);
  const charge = attempts.at(-1);
  const figures = charge && breakdownOf(charge, refunds, transactions);
  if (!figures) throw new Error("Nothing was booked");
  return figures;
}

/** What the ledger holds for the merchant in this currency, minor units. */
async function inTheLedger(viewer: Viewer, currency: string): Promise<number> {
  const handle = await reader(viewer);
  const available = await balanceOf(handle, ledgerAccounts.available, currency);
  return available + (await balanceOf(handle, ledgerAccounts.pending, currency));
}

const cases = [
  { name: "EUR in EUR", settles: "eur", country: "FR", pays: "eur", amount: 6450, refunds: [2000, 1] },
  {
    name: "USD converted to EUR",
    settles: "eur",
    country: "FR",
    pays: "usd",
    amount: 7003,
    refunds: [3333, 1],
  },
  {
    name: "KWD, with three decimals, converted to EUR",
    settles: "eur",
    country: "FR",
    pays: "kwd",
    amount: 12340,
    refunds: [4110, 4110],
  },
  {
    name: "JPY, without decimals, in JPY",
    settles: "jpy",
    country: "JP",
    pays: "jpy",
    amount: 6450,
    refunds: [2001],
  },
] as const;

describe.each(cases)("the breakdown of $name", ({ settles, country, pays, amount, refunds }) => {
  test("comes to what the ledger holds, to the last unit", async () => {
    const { viewer } = await aWorld({ currency: settles, country });
    // Something to refund from: what was paid less the fee is less than what was paid.
    const other = await aPayment(viewer, { amount: 90000, currency: settles });
    const before = await inTheLedger(viewer, settles);
    const payment = await aPayment(viewer, { amount, currency: pays });
    for (const part of refunds) await refundPayment(viewer, { paymentId: payment.id, amount: part });

    const figures = await breakdown(viewer, payment.id);
    expect(figures.paid).toEqual({ amount, currency: pays });
    expect(figures.currency).toBe(settles);
    expect(figures.rate === null).toBe(pays === settles);
    expect(figures.lines.filter(({ kind }) => kind === "refund")).toHaveLength(refunds.length);
    expect(figures.gross + sum(figures.lines)).toBe(figures.net);
    expect(figures.net).toBe((await inTheLedger(viewer, settles)) - before);
    expect((await breakdown(viewer, other.id)).net).toBe(before);
  });

  test("is nothing but the fee once all of it went back", async () => {
    const { viewer } = await aWorld({ currency: settles, country });
    await aPayment(viewer, { amount: 90000, currency: settles });
    const payment = await aPayment(viewer, { amount, currency: pays });
    for (const part of refunds) await refundPayment(viewer, { paymentId: payment.id, amount: part });
    await refundPayment(viewer, { paymentId: payment.id });

    const { lines, net } = await breakdown(viewer, payment.id);
    expect(net).toBe(sum(lines.filter(({ kind }) => kind === "fee")));
  });
});

describe("the breakdown of a hold", () => {
  test("does not exist before it is captured, then tells what was taken", async () => {
    const { viewer } = await aWorld();
    const payment = await aPayment(viewer, { captureMethod: "manual" });
    await expect(breakdown(viewer, payment.id)).rejects.toThrow("Nothing was booked");

    await capturePayment(viewer, { paymentId: payment.id, amount: 3000 });
    const figures = await breakdown(viewer, payment.id);
    expect(figures).toMatchObject({ paid: { amount: 3000, currency: "eur" }, gross: 3000 });
    expect(figures.net).toBe(await inTheLedger(viewer, "eur"));
  });

  test("names the parts of the fee, which come to it", async () => {
    const { viewer } = await aWorld();
    const payment = await aPayment(viewer, { currency: "usd" });
    const { lines } = await breakdown(viewer, payment.id);
    const [fee] = lines;
    if (fee?.kind !== "fee") throw new Error("The first line is the fee");
    expect(fee.parts).toHaveLength(2);
    expect(sum(fee.parts)).toBe(-fee.amount);
  });
});

test("the fee's price is told while it comes to what was booked, and not once prices changed", async () => {
  const { viewer, environment } = await aWorld();
  const payment = await aPayment(viewer);
  const { attempts } = await getPaymentStory(viewer, payment.id);
  const [charge] = attempts;
  if (!charge) throw new Error("A paid payment has a charge");
  const figures = await breakdown(viewer, payment.id);
  expect(pricedAt(environment, payment, charge, figures)).toEqual({
    entry: "card_international",
    rate: { percent: "3.25", fixed: 25 },
  });
  const feeOverrides = { card_international: { percent: "2", fixed: 10 } };
  expect(pricedAt({ ...environment, feeOverrides }, payment, charge, figures)).toBeNull();
});

test("a refund that came back is taken out and put in again", async () => {
  const { viewer } = await aWorld();
  await aPayment(viewer, { amount: 90000 });
  const payment = await aPayment(viewer, { paymentMethodId: "pm_card_refundFail" });
  const refund = await refundPayment(viewer, { paymentId: payment.id });
  await settleLater(viewer, {
    refundId: refund.id,
    later: { result: "failed", reason: "expired_or_canceled_card" },
  });
  const { lines, net, gross } = await breakdown(viewer, payment.id);
  expect(lines.map(({ kind }) => kind)).toEqual(["fee", "refund", "refund_returned"]);
  expect(net).toBe(gross + sum(lines.slice(0, 1)));
});

function sum(lines: readonly { amount: number }[]): number {
  return lines.reduce((total, { amount }) => total + amount, 0);
}
