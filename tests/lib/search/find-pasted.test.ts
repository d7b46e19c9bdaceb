import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { reviews } from "#db/schema/index";
import { reader } from "#db/transaction";
import { fundCash } from "#lib/cash/fund-cash";
import { returnCash } from "#lib/cash/return-cash";
import { adjustBalance } from "#lib/customer-balance/adjust-balance";
import { createCustomer } from "#lib/customers/create-customer";
import { deleteCustomer } from "#lib/customers/delete-customer";
import type { Viewer } from "#lib/auth/viewer";
import { eventsOfPayment } from "#lib/events/queries";
import { createKey } from "#lib/keys/create-key";
import { attachPaymentMethod } from "#lib/payment-methods/attach-payment-method";
import { paths } from "#lib/paths";
import { createPayment } from "#lib/payments/create-payment";
import { findPayers } from "#lib/payments/list/find-payers";
import { listPayments } from "#lib/payments/list-payments";
import { getCharge } from "#lib/payments/queries";
import { createCoupon } from "#lib/coupons/create-coupon";
import { createProduct } from "#lib/products/create-product";
import { updatePayment } from "#lib/payments/update-payment";
import { sendReceipt } from "#lib/receipts/send-receipt";
import { refundPayment } from "#lib/refunds/refund-payment";
import { findPasted, pathOfObject } from "#lib/search/find-pasted";
import { createTopup } from "#lib/topups/create-topup";
import { createEndpoint } from "#lib/webhooks/create-endpoint";
import { aPayment } from "#tests/support/money";
import { aWorld } from "#tests/support/world";

test("every id of a payment leads to the payment", async () => {
  const { viewer } = await aWorld();
  const payment = await aPayment(viewer);
  const refund = await refundPayment(viewer, { paymentId: payment.id, amount: 100 });
  await sendReceipt(viewer, { paymentIntentId: payment.id, to: ["ana@example.com"] });
  const charge = await getCharge(viewer, payment.latestChargeId ?? "");
  const [event] = await eventsOfPayment(viewer, payment.id);
  const ids = [payment.id, charge.id, refund.id, charge.balanceTransactionId, charge.receiptNumber];
  for (const id of ids) {
    expect(await findPasted(viewer, ` ${id} `)).toBe(paths.payment(viewer, payment.id));
  }
  expect(await findPasted(viewer, event?.id ?? "")).toBe(paths.event(viewer, event?.id ?? ""));
});

test("what has a page of its own leads to it, whoever may enter it", async () => {
  const { viewer, viewerWith } = await aWorld();
  const topup = await createTopup(viewer, { amount: 2000, currency: "eur" });
  const { endpoint } = await createEndpoint(viewer, { url: "https://shop.test/hook", enabledEvents: ["*"] });
  const { key } = await createKey(viewer, { kind: "secret", name: "Till" });
  const support = viewerWith(["support_specialist"]);
  for (const [id, page] of [
    [topup.id, paths.topup(viewer, topup.id)],
    [endpoint.id, paths.webhook(viewer, endpoint.id)],
    [key.id, paths.key(viewer, key.id)],
  ] as const) {
    expect(await findPasted(viewer, id)).toBe(page);
    expect(await findPasted(viewer, `${id}x`)).toBeNull();
    expect(await findPasted(support, id)).toBeNull();
  }
});

test("an object whose id its owner chose is found by its kind", async () => {
  const { viewer, viewerWith } = await aWorld();
  const product = await createProduct(viewer, { id: "my-shirt", name: "Shirt" });
  const coupon = await createCoupon(viewer, { id: "SPRING", percentOff: "20", duration: "once" });
  const topup = await createTopup(viewer, { amount: 2000, currency: "eur" });
  for (const [id, object, page] of [
    [product.id, "product", paths.product(viewer, product.id)],
    [coupon.id, "coupon", paths.coupon(viewer, coupon.id)],
    [topup.id, "topup", paths.topup(viewer, topup.id)],
    [topup.id, undefined, paths.topup(viewer, topup.id)],
    ["clock_1", "test_helpers.test_clock", null],
  ] as const) {
    expect(await pathOfObject(viewer, { id, object })).toBe(page);
  }
  expect(await pathOfObject(viewer, { id: "SUMMER", object: "coupon" })).toBeNull();
  expect(await pathOfObject(viewerWith([]), { id: coupon.id, object: "coupon" })).toBeNull();
});

test("what belongs to a customer leads to them, and a review to its payment", async () => {
  const { viewer } = await aWorld();
  const { id: customerId } = await createCustomer(viewer, {});
  const entry = await adjustBalance(viewer, { customerId, amount: -100, currency: "eur" });
  expect(await findPasted(viewer, entry.id)).toBe(paths.customer(viewer, customerId));
  const payment = await aPayment(viewer, { paymentMethodId: "pm_card_riskLevelElevated" });
  const [review] = await (
    await reader(viewer)
  ).db
    .select()
    .from(reviews)
    .where(eq(reviews.paymentIntentId, payment.id));
  expect(await findPasted(viewer, review?.id ?? "")).toBe(paths.payment(viewer, payment.id));
});

test("a customer is found by id and by their card", async () => {
  const { viewer } = await aWorld();
  const customer = await createCustomer(viewer, { email: "ana@example.com" });
  const method = await attachPaymentMethod(viewer, {
    paymentMethodId: "pm_card_visa",
    customerId: customer.id,
  });
  const page = paths.customer(viewer, customer.id);
  expect(await findPasted(viewer, customer.id)).toBe(page);
  expect(await findPasted(viewer, method.id)).toBe(page);
});

test("money that a customer sent ahead leads to their page, and what they got back to its own", async () => {
  const { viewer } = await aWorld();
  const { id: customerId } = await createCustomer(viewer, {});
  const sent = await fundCash(viewer, { customerId, amount: 500, currency: "eur", reference: null });
  const back = await returnCash(viewer, { customerId, amount: 200, currency: "eur" });
  expect(await findPasted(viewer, sent.id)).toBe(`${paths.customer(viewer, customerId)}#cash`);
  expect(await findPasted(viewer, back.id)).toBe(paths.cashReturn(viewer, back.id));
});

test("a guest's payments are found by the email they were billed or sent a receipt with", async () => {
  const { viewer } = await aWorld();
  const billed = await aGuestPayment(viewer, "Guest@Example.com");
  const receipt = await aGuestPayment(viewer, "mine@example.com", "guest@example.com");
  await aGuestPayment(viewer, "other@example.com");
  expect(await paidWith(viewer, "GUEST@example.com")).toEqual([receipt.id, billed.id]);

  await updatePayment(viewer, receipt.id, { receiptEmail: null });
  expect(await paidWith(viewer, "guest@example.com")).toEqual([billed.id]);
  expect(await paidWith(viewer, "mine@example.com")).toEqual([receipt.id]);
  await updatePayment(viewer, receipt.id, { receiptEmail: "New@example.com" });
  expect(await paidWith(viewer, "new@example.com")).toEqual([receipt.id]);
});

async function paidWith(viewer: Viewer, email: string): Promise<string[]> {
  const filters = await findPayers(viewer, email, { seesPeople: true });
  const page = { direction: "older", from: null, size: 25 } as const;
  return (await listPayments(viewer, { filters, page })).rows.map(({ id }) => id);
}

function aGuestPayment(viewer: Viewer, email: string, receiptEmail?: string) {
  const card = { number: "4242424242424242", expMonth: 12, expYear: 2035, cvc: "123" };
  const paymentMethodData = { type: "card" as const, card, billingDetails: { email } };
  return createPayment(viewer, { amount: 5000, currency: "eur", receiptEmail, paymentMethodData }, {});
}

test("what is not there is not found: strangers' things, deleted ones, plain words", async () => {
  const { viewer } = await aWorld();
  const payment = await aPayment(viewer);
  const { id } = await createCustomer(viewer, {});
  await deleteCustomer(viewer, id);
  const { viewer: stranger } = await aWorld();
  expect(await findPasted(stranger, payment.id)).toBeNull();
  expect(await findPasted(viewer, id)).toBeNull();
  for (const text of [
    "",
    "lamp",
    "pi_",
    "pi_nope",
    "xx_123",
    "constructor_1",
    "req_nope",
    "1234-5678",
    "a b@c.d",
  ]) {
    expect(await findPasted(viewer, text)).toBeNull();
  }
});

test("nobody finds what they may not read", async () => {
  const { viewer, viewerWith } = await aWorld();
  const payment = await aPayment(viewer);
  const { id } = await createCustomer(viewer, { email: "ana@example.com" });
  const topUps = viewerWith(["topup_specialist"]);
  for (const text of [payment.id, id, "ana@example.com", payment.latestChargeId ?? ""]) {
    expect(await findPasted(topUps, text)).toBeNull();
  }
});
