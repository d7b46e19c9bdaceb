import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countedPayments, customers, disputes, fillings, guests } from "#db/schema/index";
import { globalTransaction, reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { createCustomer } from "#lib/customers/create-customer";
import { fillFigures } from "#lib/customers/figures/fill-figures";
import { getCustomer } from "#lib/customers/queries";
import { acceptDispute } from "#lib/disputes/accept-dispute";
import { capturePayment } from "#lib/payments/capture-payment";
import { createPayment } from "#lib/payments/create-payment";
import { refundPayment } from "#lib/refunds/refund-payment";
import { verifyAll } from "#lib/verify/verify-all";
import { aWorld } from "#tests/support/world";

async function pay(viewer: Viewer, input: Partial<Parameters<typeof createPayment>[1]> = {}) {
  const method = { paymentMethodId: "pm_card_visa", paymentMethodTypes: ["card"] };
  return createPayment(viewer, { amount: 2000, currency: "eur", ...method, ...input }, {});
}

async function guestsOf(viewer: Viewer) {
  const { db } = await reader(viewer);
  return db.select().from(guests).where(eq(guests.environmentId, viewer.environmentId));
}

async function expectFiguresToAgree() {
  await fillFigures();
  const { problems } = await verifyAll();
  expect(problems.filter(({ check }) => check === "customer")).toEqual([]);
}

describe("a customer's figures", () => {
  test("follow their payments: paid, held and captured, refunded, failed", async () => {
    const { viewer } = await aWorld();
    const { id: customerId } = await createCustomer(viewer, {});
    const first = await pay(viewer, { customerId });
    const held = await pay(viewer, { customerId, amount: 5000, captureMethod: "manual" });
    await pay(viewer, { customerId, paymentMethodId: "pm_card_chargeDeclined" }).catch(() => null);
    expect(await getCustomer(viewer, customerId)).toMatchObject({ spend: 2000, paymentCount: 1 });
    await capturePayment(viewer, { paymentId: held.id, amount: 3000 });
    await refundPayment(viewer, { paymentId: first.id, amount: 500 });
    const customer = await getCustomer(viewer, customerId);
    expect(customer).toMatchObject({ spend: 4500, paymentCount: 2, refundCount: 1, disputeCount: 0 });
    expect(customer.firstPaymentAt).toBeGreaterThan(0);
    expect(customer.lastPaymentAt).toBeGreaterThanOrEqual(customer.firstPaymentAt);
    await expectFiguresToAgree();
  });

  test("tell other currencies in the environment's", async () => {
    const { viewer } = await aWorld();
    const { id: customerId } = await createCustomer(viewer, {});
    await pay(viewer, { customerId, amount: 1160, currency: "usd" });
    expect(await getCustomer(viewer, customerId)).toMatchObject({ spend: 1000, paymentCount: 1 });
    await expectFiguresToAgree();
  });

  test("lose what a lost dispute took", async () => {
    const { viewer } = await aWorld();
    const { id: customerId } = await createCustomer(viewer, {});
    const { id } = await pay(viewer, { customerId, paymentMethodId: "pm_card_createDispute" });
    const { db } = await reader(viewer);
    const [dispute] = await db.select().from(disputes).where(eq(disputes.paymentIntentId, id));
    expect(await getCustomer(viewer, customerId)).toMatchObject({ spend: 2000, disputeCount: 1 });
    await acceptDispute(viewer, dispute?.id ?? "");
    expect(await getCustomer(viewer, customerId)).toMatchObject({
      spend: 0,
      paymentCount: 1,
      disputeCount: 1,
    });
    await expectFiguresToAgree();
  });

  test("come to the same whatever happens to their payments", async () => {
    const { viewer } = await aWorld();
    const step = fc.record({
      who: fc.integer({ min: 0, max: 1 }),
      amount: fc.integer({ min: 100, max: 5000 }),
      currency: fc.constantFrom("eur", "usd", "jpy"),
      refund: fc.option(fc.integer({ min: 1, max: 100 })),
    });
    const people = [await createCustomer(viewer, {}), await createCustomer(viewer, {})];
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 4 }), async (steps) => {
        for (const { who, amount, currency, refund } of steps) {
          const { id } = await pay(viewer, { customerId: people[who]?.id, amount, currency });
          if (refund !== null) await refundPayment(viewer, { paymentId: id, amount: refund });
        }
        await expectFiguresToAgree();
      }),
      { numRuns: 3 },
    );
  });
});

describe("guests", () => {
  test("are known by card, email and phone, each with what their payments come to", async () => {
    const { viewer } = await aWorld();
    const billing = { email: "Guest@example.com", name: "Gina Guest", phone: "+33 1 23 45 67 89" };
    const method = () => ({ type: "card", card: { token: "tok_visa" }, billingDetails: billing }) as const;
    const first = await pay(viewer, { paymentMethodId: undefined, paymentMethodData: method() });
    await pay(viewer, { paymentMethodId: undefined, paymentMethodData: method(), amount: 1000 });
    const known = await guestsOf(viewer);
    expect(known.map(({ kind, key }) => [kind, key]).sort()).toEqual([
      ["card", expect.any(String)],
      ["email", "guest@example.com"],
      ["phone", "+33123456789"],
    ]);
    for (const guest of known)
      expect(guest).toMatchObject({ spend: 3000, paymentCount: 2, name: "Gina Guest" });
    await expectFiguresToAgree();
    await refundPayment(viewer, { paymentId: first.id });
    for (const guest of await guestsOf(viewer)) expect(guest).toMatchObject({ spend: 1000, refundCount: 1 });
    await expectFiguresToAgree();
  });
});

test("what was there before anybody counted is filled in, once, and what changed is found out", async () => {
  const { viewer } = await aWorld();
  const { id: customerId } = await createCustomer(viewer, { address: { country: "FR" } });
  await pay(viewer, { customerId });
  await pay(viewer);
  const before = await getCustomer(viewer, customerId);
  const guestsBefore = await guestsOf(viewer);
  await globalTransaction(async (db) => {
    await db.delete(countedPayments).where(eq(countedPayments.environmentId, viewer.environmentId));
    await db.delete(guests).where(eq(guests.environmentId, viewer.environmentId));
    await db.delete(fillings);
    await db
      .update(customers)
      .set({ spend: 0, paymentCount: 0, firstPaymentAt: 0, lastPaymentAt: 0, country: null, present: 0 })
      .where(eq(customers.id, customerId));
  });
  await fillFigures();
  await fillFigures();
  expect(await getCustomer(viewer, customerId)).toEqual(before);
  expect(await guestsOf(viewer)).toEqual(guestsBefore);
  await globalTransaction((db) =>
    db.update(customers).set({ spend: 1, paymentCount: 1 }).where(eq(customers.id, customerId)),
  );
  const { problems } = await verifyAll();
  expect(problems).toMatchObject([{ check: "customer", subject: customerId }]);
});
