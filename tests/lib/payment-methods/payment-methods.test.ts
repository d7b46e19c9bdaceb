import { expect, test } from "vitest";
import { find } from "#db/rows";
import { events, paymentMethods } from "#db/schema/index";
import { reader, transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { createCustomer } from "#lib/customers/create-customer";
import { getCustomer } from "#lib/customers/queries";
import { updateCustomer } from "#lib/customers/update-customer";
import { assertUsable, useUp } from "#lib/payment-methods/assert-usable";
import { attachPaymentMethod } from "#lib/payment-methods/attach-payment-method";
import { createPaymentMethod } from "#lib/payment-methods/create-payment-method";
import { detachPaymentMethod } from "#lib/payment-methods/detach-payment-method";
import {
  getCustomersPaymentMethod,
  getPaymentMethod,
  listPaymentMethods,
} from "#lib/payment-methods/queries";
import { updatePaymentMethod } from "#lib/payment-methods/update-payment-method";
import type { MethodData } from "#lib/payment-methods/vault-method-data";
import { toPaymentMethod } from "#lib/payment-methods/wire";
import { createToken } from "#lib/tokens/create-token";
import { aWorld } from "#tests/support/world";

const visa = { number: "4242424242424242", expMonth: 12, expYear: 2034, cvc: "123" };
const typedVisa: MethodData = { type: "card", card: visa };

async function aCustomerWith(viewer: Viewer, method = "pm_card_visa") {
  const customer = await createCustomer(viewer, { email: "ana@example.com" });
  const attached = await attachPaymentMethod(viewer, { paymentMethodId: method, customerId: customer.id });
  return { customer, method: attached };
}

async function eventsOf(viewer: Viewer) {
  const { db } = await reader(viewer);
  const rows = await db.select().from(events).orderBy(events.id);
  return rows.filter((row) => row.environmentId === viewer.environmentId);
}

test("a typed card becomes a payment method that says what may be said of it, and nothing more", async () => {
  const { viewer, environment } = await aWorld();
  const billingDetails = { name: "Ana Silva", address: { postal_code: "75001", country: "FR" } };
  const row = await createPaymentMethod(viewer, {
    ...typedVisa,
    billingDetails,
    metadata: { kind: "spare" },
  });
  const wire = toPaymentMethod(row, environment);
  expect(wire).toMatchObject({
    object: "payment_method",
    allow_redisplay: "unspecified",
    billing_details: {
      name: "Ana Silva",
      email: null,
      phone: null,
      tax_id: null,
      address: { postal_code: "75001", country: "FR", city: null, line1: null, line2: null, state: null },
    },
    card: {
      brand: "visa",
      last4: "4242",
      exp_month: 12,
      exp_year: 2034,
      funding: "credit",
      country: "US",
      checks: { cvc_check: "unchecked", address_postal_code_check: "unchecked", address_line1_check: null },
      networks: { available: ["visa"], preferred: null },
    },
    customer: null,
    livemode: false,
    metadata: { kind: "spare" },
    type: "card",
  });
  expect(JSON.stringify(await find(await reader(viewer), paymentMethods, row.id))).not.toContain(visa.number);
  expect(JSON.stringify(await eventsOf(viewer))).not.toContain(visa.number);
});

test("the same card has one fingerprint, another card another", async () => {
  const { viewer } = await aWorld();
  const one = await createPaymentMethod(viewer, typedVisa);
  const same = await createPaymentMethod(viewer, typedVisa);
  const other = await createPaymentMethod(viewer, {
    type: "card",
    card: { ...visa, number: "5555555555554444" },
  });
  expect(same.fingerprint).toBe(one.fingerprint);
  expect(other.fingerprint).not.toBe(one.fingerprint);
});

test("a refused card number is a card error that does not repeat the number", async () => {
  const { viewer } = await aWorld();
  const wrong = createPaymentMethod(viewer, { type: "card", card: { ...visa, number: "4242424242424241" } });
  await expect(wrong).rejects.toMatchObject({
    message: expect.not.stringContaining("4242424242424241"),
    facts: { status: 402, type: "card_error", code: "incorrect_number" },
  });
});

test("a debit names its payer", async () => {
  const { viewer, environment } = await aWorld();
  const sepaDebit = { iban: "DE89370400440532013000" };
  await expect(createPaymentMethod(viewer, { type: "sepa_debit", sepaDebit })).rejects.toMatchObject({
    facts: { status: 400, code: "parameter_missing", param: "billing_details[name]" },
  });
  const billingDetails = { name: "Ana", email: "ana@example.com" };
  const row = await createPaymentMethod(viewer, { type: "sepa_debit", sepaDebit, billingDetails });
  expect(toPaymentMethod(row, environment).sepa_debit).toMatchObject({ country: "DE", last4: "3000" });
});

test("a US bank account is kept without its number", async () => {
  const { viewer, environment } = await aWorld();
  const usBankAccount = { routingNumber: "110000000", accountNumber: "000123456789", accountType: "savings" };
  const data: MethodData = { type: "us_bank_account", usBankAccount, billingDetails: { name: "Ana" } };
  const row = await createPaymentMethod(viewer, data);
  expect(toPaymentMethod(row, environment).us_bank_account).toMatchObject({
    account_holder_type: "individual",
    account_type: "savings",
    last4: "6789",
    routing_number: "110000000",
    networks: { preferred: "ach", supported: ["ach"] },
  });
  expect(JSON.stringify(row)).not.toContain("000123456789");
});

test("a card token makes one payment method, with its owner's name and address", async () => {
  const { viewer } = await aWorld();
  const owner = { name: "Ana Silva", address: { postal_code: "75001" } };
  const token = await createToken(viewer, { type: "card", card: visa, owner });
  const row = await createPaymentMethod(viewer, { type: "card", card: { token: token.id } });
  expect(row.billingDetails).toMatchObject({ name: "Ana Silva", address: { postal_code: "75001" } });
  await expect(
    createPaymentMethod(viewer, { type: "card", card: { token: token.id } }),
  ).rejects.toMatchObject({
    message: `You cannot use a Stripe token more than once: ${token.id}.`,
    facts: { code: "token_already_used" },
  });
});

test("a well-known id makes a new payment method each time", async () => {
  const { viewer } = await aWorld();
  const one = await getPaymentMethod(viewer, "pm_card_mastercard");
  const two = await getPaymentMethod(viewer, "pm_card_mastercard");
  expect(one.brand).toBe("mastercard");
  expect(two.id).not.toBe(one.id);
  await expect(getPaymentMethod(viewer, "pm_nope")).rejects.toMatchObject({
    message: "No such PaymentMethod: 'pm_nope'",
    facts: { status: 404, param: "payment_method" },
  });
});

test("attaching keeps the method for the customer, once, and says so", async () => {
  const { viewer } = await aWorld();
  const { customer, method } = await aCustomerWith(viewer);
  expect(method.customerId).toBe(customer.id);
  expect(method.checks.cvc).toBe("pass");
  const again = await attachPaymentMethod(viewer, { paymentMethodId: method.id, customerId: customer.id });
  expect(again.id).toBe(method.id);
  const types = (await eventsOf(viewer)).map((event) => event.type);
  expect(types.filter((type) => type === "payment_method.attached")).toHaveLength(1);
});

test("a card that its bank declines is not kept", async () => {
  const { viewer } = await aWorld();
  const customer = await createCustomer(viewer, {});
  const attach = attachPaymentMethod(viewer, {
    paymentMethodId: "pm_card_visa_chargeDeclined",
    customerId: customer.id,
  });
  await expect(attach).rejects.toMatchObject({ facts: { status: 402, code: "card_declined" } });
  const page = await listPaymentMethods(viewer, { limit: 10 }, { customerId: customer.id });
  expect(page.rows).toEqual([]);
});

test("a card that declines only when it is charged is kept", async () => {
  const { viewer } = await aWorld();
  const { customer, method } = await aCustomerWith(viewer, "pm_card_chargeCustomerFail");
  expect(method.customerId).toBe(customer.id);
});

test("a method of one customer is not another's", async () => {
  const { viewer } = await aWorld();
  const { method } = await aCustomerWith(viewer);
  const other = await createCustomer(viewer, {});
  await expect(
    attachPaymentMethod(viewer, { paymentMethodId: method.id, customerId: other.id }),
  ).rejects.toMatchObject({
    message: "The payment method you provided has already been attached to a customer.",
  });
  await expect(
    getCustomersPaymentMethod(viewer, { customerId: other.id, id: method.id }),
  ).rejects.toMatchObject({ facts: { status: 404 } });
  expect(() => assertUsable(method, other.id)).toThrow(/does not belong to the Customer you supplied/);
  expect(() => assertUsable(method, null)).toThrow(/Please include the Customer/);
});

test("a detached method ends: it neither pays nor is attached again", async () => {
  const { viewer } = await aWorld();
  const { customer, method } = await aCustomerWith(viewer);
  await updateCustomer(viewer, { id: customer.id, invoiceSettings: { defaultPaymentMethodId: method.id } });
  const detached = await detachPaymentMethod(viewer, method.id);
  expect(detached.customerId).toBeNull();
  expect((await getCustomer(viewer, customer.id)).defaultPaymentMethodId).toBeNull();
  expect(() => assertUsable(detached, null)).toThrow(/It may not be used again/);
  await expect(
    attachPaymentMethod(viewer, { paymentMethodId: method.id, customerId: customer.id }),
  ).rejects.toMatchObject({ message: expect.stringContaining("may not be used again") });
  await expect(detachPaymentMethod(viewer, method.id)).rejects.toMatchObject({
    message: "The payment method you provided is not attached to a customer so detachment is impossible.",
  });
  const last = (await eventsOf(viewer)).findLast((event) => event.type === "payment_method.detached");
  expect(last?.previousAttributes).toEqual({ customer: customer.id });
});

test("a method that paid for nobody in particular is used up", async () => {
  const { viewer } = await aWorld();
  const row = await getPaymentMethod(viewer, "pm_card_visa");
  await transaction(viewer, (tx) => useUp(tx, row));
  const used = await getPaymentMethod(viewer, row.id);
  expect(() => assertUsable(used, null)).toThrow(/It may not be used again/);
});

test("a customer's method can be changed where that makes sense", async () => {
  const { viewer } = await aWorld();
  const { method } = await aCustomerWith(viewer);
  const updated = await updatePaymentMethod(viewer, {
    id: method.id,
    card: { expMonth: 5, expYear: 2036 },
    billingDetails: { address: { city: "Paris" } },
    metadata: { color: "blue" },
  });
  expect(updated.instrument).toMatchObject({ card: { expMonth: 5, expYear: 2036, brand: "visa" } });
  const again = await updatePaymentMethod(viewer, {
    id: method.id,
    billingDetails: { address: { country: "FR" } },
    metadata: { color: null, size: "L" },
  });
  expect(again.billingDetails.address).toMatchObject({ city: "Paris", country: "FR" });
  expect(again.metadata).toEqual({ size: "L" });
  await expect(updatePaymentMethod(viewer, { id: method.id, card: { expYear: 2001 } })).rejects.toMatchObject(
    {
      facts: { code: "invalid_expiry_year" },
    },
  );
  await expect(updatePaymentMethod(viewer, { id: method.id, card: { expMonth: 13 } })).rejects.toMatchObject({
    facts: { code: "invalid_expiry_month" },
  });
  const loose = await getPaymentMethod(viewer, "pm_card_visa");
  await expect(updatePaymentMethod(viewer, { id: loose.id, metadata: {} })).rejects.toMatchObject({
    message: "You must save this PaymentMethod to a customer before you can update it.",
  });
});

test("what another account has is not found", async () => {
  const { viewer } = await aWorld();
  const { customer, method } = await aCustomerWith(viewer);
  const { viewer: stranger } = await aWorld();
  const missing = { facts: { status: 404 } };
  await expect(getPaymentMethod(stranger, method.id)).rejects.toMatchObject(missing);
  await expect(updatePaymentMethod(stranger, { id: method.id })).rejects.toMatchObject(missing);
  await expect(detachPaymentMethod(stranger, method.id)).rejects.toMatchObject(missing);
  const theirs = await createCustomer(stranger, {});
  await expect(
    attachPaymentMethod(stranger, { paymentMethodId: method.id, customerId: theirs.id }),
  ).rejects.toMatchObject(missing);
  await expect(
    attachPaymentMethod(stranger, { paymentMethodId: "pm_card_visa", customerId: customer.id }),
  ).rejects.toMatchObject(missing);
});

test("who may only look changes nothing", async () => {
  const { viewer, viewerWith } = await aWorld();
  const { customer, method } = await aCustomerWith(viewer);
  const looker = viewerWith(["view_only"]);
  const denied = { facts: { status: 403 } };
  expect((await getPaymentMethod(looker, method.id)).id).toBe(method.id);
  await expect(createPaymentMethod(looker, typedVisa)).rejects.toMatchObject(denied);
  await expect(updatePaymentMethod(looker, { id: method.id })).rejects.toMatchObject(denied);
  await expect(detachPaymentMethod(looker, method.id)).rejects.toMatchObject(denied);
  await expect(
    attachPaymentMethod(looker, { paymentMethodId: "pm_card_visa", customerId: customer.id }),
  ).rejects.toMatchObject(denied);
  await expect(getPaymentMethod(viewerWith(["topup_specialist"]), method.id)).rejects.toMatchObject(denied);
});
