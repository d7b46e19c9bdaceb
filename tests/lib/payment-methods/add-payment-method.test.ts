import { expect, test } from "vitest";
import { createCustomer } from "#lib/customers/create-customer";
import { deleteCustomer } from "#lib/customers/delete-customer";
import { getCustomer } from "#lib/customers/queries";
import { addPaymentMethod } from "#lib/payment-methods/add-payment-method";
import { listPaymentMethods } from "#lib/payment-methods/queries";
import type { MethodData } from "#lib/payment-methods/vault-method-data";
import { aWorld } from "#tests/support/world";

const typedCard = (number: string): MethodData => ({
  type: "card",
  card: { number, expMonth: 12, expYear: 2040, cvc: "123" },
  billingDetails: { name: "Ana Silva", address: { postal_code: "75002" } },
});

test("a typed card is kept once the bank agreed, and pays by default where that was asked", async () => {
  const { viewer } = await aWorld();
  const { id: customerId } = await createCustomer(viewer, {});
  const method = typedCard("4242424242424242");
  const first = await addPaymentMethod(viewer, { customerId, method, use: "by_default" });
  expect(first).toMatchObject({
    customerId,
    last4: "4242",
    brand: "visa",
    billingDetails: { name: "Ana Silva" },
    checks: { cvc: "pass", postalCode: "pass" },
  });
  expect(JSON.stringify(first)).not.toContain("4242424242424242");
  await addPaymentMethod(viewer, {
    customerId,
    method: { testMethodId: "pm_card_mastercard" },
    use: "when_chosen",
  });
  expect((await getCustomer(viewer, customerId)).defaultPaymentMethodId).toBe(first.id);
  expect((await listPaymentMethods(viewer, { limit: 10 }, { customerId })).rows).toHaveLength(2);
});

test("a card that the bank refuses is not kept, nor what is no card", async () => {
  const { viewer } = await aWorld();
  const { id: customerId } = await createCustomer(viewer, {});
  const adding = (method: Parameters<typeof addPaymentMethod>[1]["method"]) =>
    addPaymentMethod(viewer, { customerId, method, use: "by_default" });
  await expect(adding(typedCard("4000000000000002"))).rejects.toMatchObject({ facts: { status: 402 } });
  await expect(adding(typedCard("4242424242424241"))).rejects.toMatchObject({
    facts: { status: 402, code: "incorrect_number" },
  });
  await expect(adding({ testMethodId: "pm_card_nobody" })).rejects.toMatchObject({ facts: { status: 400 } });
  expect((await listPaymentMethods(viewer, { limit: 10 }, { customerId })).rows).toEqual([]);
});

test("nobody adds a card without the permission, to another business's customer or to a deleted one", async () => {
  const { viewer, viewerWith } = await aWorld();
  const { id: customerId } = await createCustomer(viewer, {});
  const added = { customerId, method: typedCard("4242424242424242"), use: "by_default" } as const;
  await expect(addPaymentMethod(viewerWith(["view_only"]), added)).rejects.toMatchObject({
    facts: { status: 403 },
  });
  const other = await aWorld();
  await expect(addPaymentMethod(other.viewer, added)).rejects.toMatchObject({ facts: { status: 404 } });
  await deleteCustomer(viewer, customerId);
  await expect(addPaymentMethod(viewer, added)).rejects.toMatchObject({ facts: { status: 404 } });
});
