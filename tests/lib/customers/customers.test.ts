import { expect, test } from "vitest";
import { events } from "#db/schema/index";
import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { createCustomer } from "#lib/customers/create-customer";
import { deleteCustomer } from "#lib/customers/delete-customer";
import { getCustomer, getCustomerOrDeleted, listCustomers } from "#lib/customers/queries";
import { updateCustomer } from "#lib/customers/update-customer";
import { toCustomer, toDeletedCustomer } from "#lib/customers/wire";
import { attachPaymentMethod } from "#lib/payment-methods/attach-payment-method";
import { getPaymentMethod, listPaymentMethods } from "#lib/payment-methods/queries";
import { aWorld } from "#tests/support/world";

async function eventsOf(viewer: Viewer, objectId: string) {
  const { db } = await reader(viewer);
  return (await db.select().from(events).orderBy(events.id)).filter((row) => row.objectId === objectId);
}

test("a customer of whom nothing is known has every member all the same", async () => {
  const { viewer, environment } = await aWorld();
  const row = await createCustomer(viewer, {});
  expect(toCustomer(row, environment)).toEqual({
    id: expect.stringMatching(/^cus_/),
    object: "customer",
    address: null,
    balance: 0,
    created: expect.any(Number),
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: null,
    invoice_prefix: expect.stringMatching(/^[0-9A-Z]{8}$/),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: {},
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: "none",
    test_clock: null,
  });
});

test("a customer can come with a payment method that becomes their default", async () => {
  const { viewer } = await aWorld();
  const row = await createCustomer(viewer, {
    paymentMethodId: "pm_card_visa",
    invoiceSettings: { defaultPaymentMethodId: "pm_card_visa" },
  });
  const page = await listPaymentMethods(viewer, { limit: 10 }, { customerId: row.id });
  expect(page.rows).toHaveLength(1);
  expect(row.defaultPaymentMethodId).toBe(page.rows[0]?.id);
  expect((await getCustomer(viewer, row.id)).defaultPaymentMethodId).toBe(page.rows[0]?.id);
});

test("no customer is made of a card that the bank refuses, nor with a default that is not theirs", async () => {
  const { viewer } = await aWorld();
  await expect(createCustomer(viewer, { paymentMethodId: "pm_card_chargeDeclined" })).rejects.toMatchObject({
    facts: { status: 402, code: "card_declined" },
  });
  await expect(
    createCustomer(viewer, { invoiceSettings: { defaultPaymentMethodId: "pm_card_visa" } }),
  ).rejects.toMatchObject({ facts: { status: 400, param: "invoice_settings[default_payment_method]" } });
  expect((await listCustomers(viewer, { limit: 10 })).rows).toEqual([]);
});

test("an update changes what it names, merges hashes and takes away what is null", async () => {
  const { viewer } = await aWorld();
  const { id } = await createCustomer(viewer, {
    name: "Ana",
    email: "ana@example.com",
    address: { city: "Paris", country: "FR" },
    metadata: { a: "1", b: "2" },
    shipping: { name: "Ana", address: { line1: "1 rue" } },
  });
  const row = await updateCustomer(viewer, {
    id,
    email: null,
    address: { line1: "2 rue" },
    metadata: { a: null, c: "3" },
    shipping: { phone: "+33 1" },
  });
  expect(row).toMatchObject({
    name: "Ana",
    email: null,
    address: { city: "Paris", country: "FR", line1: "2 rue" },
    metadata: { b: "2", c: "3" },
    shipping: { name: "Ana", phone: "+33 1", address: { line1: "1 rue" } },
  });
  expect(await getCustomer(viewer, id)).toEqual(row);
  expect((await updateCustomer(viewer, { id, address: null, metadata: null })).address).toBeNull();
});

test("an update is told with what was before; one that changes nothing is not", async () => {
  const { viewer } = await aWorld();
  const { id } = await createCustomer(viewer, { name: "Ana" });
  await updateCustomer(viewer, { id, name: "Ana" });
  await updateCustomer(viewer, { id, name: "Bea", metadata: { a: "1" } });
  const told = await eventsOf(viewer, id);
  expect(told.map((event) => event.type)).toEqual(["customer.created", "customer.updated"]);
  expect(told[1]?.previousAttributes).toEqual({ name: "Ana", metadata: { a: null } });
});

test("a balance is in the account's currency", async () => {
  const { viewer } = await aWorld({ currency: "usd" });
  expect((await createCustomer(viewer, { balance: 500 })).currency).toBe("usd");
  expect((await createCustomer(viewer, { balance: 0 })).currency).toBeNull();
});

test("invoice prefixes are short, and no two customers share one", async () => {
  const { viewer } = await aWorld();
  const { id } = await createCustomer(viewer, { invoicePrefix: "MAISON" });
  await expect(createCustomer(viewer, { invoicePrefix: "MAISON" })).rejects.toMatchObject({
    message: `This invoice number prefix is taken by customer: ${id}. Please enter a different prefix.`,
  });
  await expect(createCustomer(viewer, { invoicePrefix: "no_good" })).rejects.toMatchObject({
    facts: { status: 400 },
  });
  expect((await updateCustomer(viewer, { id, invoicePrefix: "MAISON" })).invoicePrefix).toBe("MAISON");
});

test("a deleted customer is forgotten, and their cards end", async () => {
  const { viewer } = await aWorld();
  const { id } = await createCustomer(viewer, {
    name: "Ana",
    email: "ana@example.com",
    metadata: { a: "1" },
  });
  const method = await attachPaymentMethod(viewer, { paymentMethodId: "pm_card_visa", customerId: id });
  expect(toDeletedCustomer(await deleteCustomer(viewer, id))).toEqual({
    id,
    object: "customer",
    deleted: true,
  });

  expect(await getCustomerOrDeleted(viewer, id)).toMatchObject({ name: null, email: null, metadata: {} });
  expect((await getPaymentMethod(viewer, method.id)).customerId).toBeNull();
  expect((await listCustomers(viewer, { limit: 10 })).rows).toEqual([]);
  expect((await listCustomers(viewer, { limit: 10 }, { email: "ana@example.com" })).rows).toEqual([]);
  const missing = { facts: { status: 404, code: "resource_missing" } };
  await expect(getCustomer(viewer, id)).rejects.toMatchObject(missing);
  await expect(updateCustomer(viewer, { id, name: "B" })).rejects.toMatchObject(missing);
  await expect(deleteCustomer(viewer, id)).rejects.toMatchObject(missing);
  expect((await eventsOf(viewer, id)).map((event) => event.type)).toEqual([
    "customer.created",
    "customer.deleted",
  ]);
});

test("customers are listed newest first, by exact email", async () => {
  const { viewer } = await aWorld();
  const one = await createCustomer(viewer, { email: "ana@example.com" });
  const two = await createCustomer(viewer, { email: "bea@example.com" });
  const three = await createCustomer(viewer, { email: "ana@example.com" });
  const all = await listCustomers(viewer, { limit: 2 });
  expect(all.rows.map((row) => row.id)).toEqual([three.id, two.id]);
  expect(all.hasMore).toBe(true);
  const rest = await listCustomers(viewer, { limit: 2, starting_after: two.id });
  expect(rest.rows.map((row) => row.id)).toEqual([one.id]);
  const anas = await listCustomers(viewer, { limit: 10 }, { email: "ana@example.com" });
  expect(anas.rows.map((row) => row.id)).toEqual([three.id, one.id]);
});

test("another account's customer is not found, and not listed", async () => {
  const { viewer } = await aWorld();
  const { id } = await createCustomer(viewer, { email: "ana@example.com" });
  const { viewer: stranger } = await aWorld();
  const missing = { message: `No such customer: '${id}'`, facts: { status: 404 } };
  await expect(getCustomer(stranger, id)).rejects.toMatchObject(missing);
  await expect(getCustomerOrDeleted(stranger, id)).rejects.toMatchObject(missing);
  await expect(updateCustomer(stranger, { id, name: "X" })).rejects.toMatchObject(missing);
  await expect(deleteCustomer(stranger, id)).rejects.toMatchObject(missing);
  expect((await listCustomers(stranger, { limit: 10 })).rows).toEqual([]);
});

test("each act needs its own permission", async () => {
  const { viewer, viewerWith } = await aWorld();
  const { id } = await createCustomer(viewer, {});
  const denied = { facts: { status: 403 } };
  const looker = viewerWith(["view_only"]);
  expect((await getCustomer(looker, id)).id).toBe(id);
  await expect(createCustomer(looker, {})).rejects.toMatchObject(denied);
  await expect(updateCustomer(looker, { id, name: "X" })).rejects.toMatchObject(denied);
  await expect(deleteCustomer(viewerWith(["data_migration_specialist"]), id)).rejects.toMatchObject(denied);
  await expect(listCustomers(viewerWith(["topup_specialist"]), { limit: 1 })).rejects.toMatchObject(denied);
});
