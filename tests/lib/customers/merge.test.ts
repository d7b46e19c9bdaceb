import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { charges, paymentIntents } from "#db/schema/index";
import { reader } from "#db/transaction";
import { listHistory } from "#lib/audit/history";
import type { Viewer } from "#lib/auth/viewer";
import { adjustBalance } from "#lib/customer-balance/adjust-balance";
import { listEntries } from "#lib/customer-balance/queries";
import { createCustomer } from "#lib/customers/create-customer";
import { fillFigures } from "#lib/customers/figures/fill-figures";
import { likeness } from "#lib/customers/merge/alike";
import { findDuplicates } from "#lib/customers/merge/find-duplicates";
import { mergeCustomers } from "#lib/customers/merge/merge-customers";
import { previewMerge } from "#lib/customers/merge/preview-merge";
import { getCustomer, mergedInto } from "#lib/customers/queries";
import { runDueJobs } from "#lib/jobs/run-due";
import { attachPaymentMethod } from "#lib/payment-methods/attach-payment-method";
import { listPaymentMethods } from "#lib/payment-methods/queries";
import { createPayment } from "#lib/payments/create-payment";
import { refundPayment } from "#lib/refunds/refund-payment";
import { verifyAll } from "#lib/verify/verify-all";
import { aWorld } from "#tests/support/world";

function pay(viewer: Viewer, customerId: string, amount = 2000) {
  const method = { paymentMethodId: "pm_card_visa", paymentMethodTypes: ["card"] };
  return createPayment(viewer, { amount, currency: "eur", customerId, ...method }, {});
}

test("what belonged to one belongs to the other, and the old id leads there", async () => {
  const { viewer } = await aWorld();
  const into = await createCustomer(viewer, { name: "Ana", email: "ana@example.com", metadata: { a: "1" } });
  const from = await createCustomer(viewer, {
    name: "Ana S.",
    phone: "+33123456789",
    balance: -700,
    metadata: { a: "2", b: "3" },
    taxIds: [{ type: "fr_siren", value: "732829320" }],
  });
  await pay(viewer, into.id, 1000);
  const payment = await pay(viewer, from.id);
  await attachPaymentMethod(viewer, { paymentMethodId: "pm_card_visa", customerId: from.id });
  const named = { intoId: into.id, fromId: from.id };
  expect(await previewMerge(viewer, named)).toMatchObject({
    obstacle: null,
    payments: 1,
    methods: 1,
    taxIds: 1,
    notes: 0,
    spent: [{ currency: "eur", amount: 2000 }],
    balance: { balance: -700, currency: "eur" },
    details: [
      { detail: { fact: "name" }, of: "stays" },
      { detail: { fact: "email" }, of: "stays" },
      { detail: { fact: "phone" }, of: "goes" },
      { detail: { metadata: "a" }, of: "stays" },
      { detail: { metadata: "b" }, of: "goes" },
    ],
  });
  const permissions = new Set(viewer.permissions);
  permissions.delete("payments:read");
  expect(await previewMerge({ ...viewer, permissions }, named)).toMatchObject({ payments: 1, spent: null });
  await mergeCustomers(viewer, named);
  const merged = await getCustomer(viewer, into.id);
  expect(merged).toMatchObject({
    name: "Ana",
    phone: "+33123456789",
    balance: -700,
    metadata: { a: "1", b: "3" },
    spend: 3000,
    paymentCount: 2,
  });
  expect((await listPaymentMethods(viewer, { limit: 10 }, { customerId: into.id })).rows).toHaveLength(1);
  expect((await listEntries(viewer, { limit: 10 }, into.id)).rows).toMatchObject([{ amount: -700 }]);
  await expect(getCustomer(viewer, from.id)).rejects.toMatchObject({ facts: { status: 404 } });
  expect((await mergedInto(viewer, from.id))?.id).toBe(into.id);
  await refundPayment(viewer, { paymentId: payment.id });
  expect(await getCustomer(viewer, into.id)).toMatchObject({ spend: 1000, refundCount: 1 });
  await fillFigures();
  expect((await verifyAll()).problems).toEqual([]);
  const { lines } = await listHistory(viewer, {});
  expect(lines.find(({ action }) => action === "customer.merged")).toMatchObject({ subject: into.id });
});

test("what somebody says is kept or not, also where it reads like nothing", async () => {
  const { viewer } = await aWorld();
  const into = await createCustomer(viewer, { name: "none" });
  const from = await createCustomer(viewer, { name: "Ana" });
  const { details } = await previewMerge(viewer, { intoId: into.id, fromId: from.id });
  expect(details).toEqual([{ detail: { fact: "name" }, of: "stays" }]);
});

test("an id leads on when its customer is merged again; nobody is merged twice, nor into themselves", async () => {
  const { viewer } = await aWorld();
  const [a, b, c] = [
    await createCustomer(viewer, {}),
    await createCustomer(viewer, {}),
    await createCustomer(viewer, {}),
  ];
  await mergeCustomers(viewer, { intoId: b.id, fromId: a.id });
  await mergeCustomers(viewer, { intoId: c.id, fromId: b.id });
  expect((await mergedInto(viewer, a.id))?.id).toBe(c.id);
  await expect(mergeCustomers(viewer, { intoId: c.id, fromId: a.id })).rejects.toMatchObject({
    facts: { status: 404 },
  });
  await expect(mergeCustomers(viewer, { intoId: c.id, fromId: c.id })).rejects.toMatchObject({
    facts: { code: "merge_same" },
  });
});

test("balances in two currencies keep customers apart", async () => {
  const { viewer } = await aWorld();
  const into = await createCustomer(viewer, { balance: 100 });
  const from = await createCustomer(viewer, {});
  await adjustBalance(viewer, { customerId: from.id, amount: 100, currency: "usd" });
  const named = { intoId: into.id, fromId: from.id };
  await expect(mergeCustomers(viewer, named)).rejects.toMatchObject({ facts: { code: "merge_currencies" } });
  await adjustBalance(viewer, { customerId: from.id, amount: -100, currency: "usd" });
  await mergeCustomers(viewer, named);
});

test("more than one transaction moves is moved on in the background, each thing once", async () => {
  const { viewer, environment } = await aWorld();
  const into = await createCustomer(viewer, {});
  const from = await createCustomer(viewer, {});
  for (let at = 0; at < 28; at++) await pay(viewer, from.id, 100);
  await mergeCustomers(viewer, { intoId: into.id, fromId: from.id });
  expect((await getCustomer(viewer, into.id)).paymentCount).toBe(25);
  await runDueJobs(environment, Date.now());
  expect(await getCustomer(viewer, into.id)).toMatchObject({ paymentCount: 28, spend: 2800 });
  const { db } = await reader(viewer);
  expect(await db.select().from(paymentIntents).where(eq(paymentIntents.customerId, from.id))).toEqual([]);
  expect(await db.select().from(charges).where(eq(charges.customerId, from.id))).toEqual([]);
});

test("nobody merges without the permission, or across businesses", async () => {
  const { viewer, viewerWith } = await aWorld();
  const into = await createCustomer(viewer, {});
  const from = await createCustomer(viewer, {});
  const named = { intoId: into.id, fromId: from.id };
  await expect(mergeCustomers(viewerWith(["view_only"]), named)).rejects.toMatchObject({
    facts: { status: 403 },
  });
  const other = await aWorld();
  await expect(mergeCustomers(other.viewer, named)).rejects.toMatchObject({ facts: { status: 404 } });
});

test("duplicates are found by email, card, phone, and by name and address that are nearly the same", async () => {
  const { viewer } = await aWorld();
  const address = { line1: "12, rue de la République", postal_code: "69002", country: "FR" };
  const a = await createCustomer(viewer, { name: "Éva Martin", email: "eva@example.com", address });
  const b = await createCustomer(viewer, {
    name: "Martin Eva",
    email: "EVA@example.com",
    phone: "+33 4 72 00 00 00",
    address: { ...address, line1: "12 Rue de la Republique" },
  });
  const c = await createCustomer(viewer, {
    name: "Éva Martin",
    phone: "0033472000000",
    address: { ...address, line1: "14, rue de la République" },
  });
  for (const { id } of [a, c])
    await attachPaymentMethod(viewer, { paymentMethodId: "pm_card_visa", customerId: id });
  expect(await findDuplicates(viewer, { by: "email" })).toEqual([[a.id, b.id]]);
  expect(await findDuplicates(viewer, { by: "card" })).toEqual([[a.id, c.id]]);
  expect(await findDuplicates(viewer, { by: "phone" })).toEqual([[b.id, c.id]]);
  expect(await findDuplicates(viewer, { by: "name" })).toEqual([[a.id, b.id]]);
  expect(likeness("Anna Schmidt", "Anna Schmitt")).toBeGreaterThan(0.75);
  expect(likeness("Anna Schmidt", "Bert Meyer")).toBe(0);
});
