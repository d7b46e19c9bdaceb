import { expect, test } from "vitest";
import { listHistory } from "#lib/audit/history";
import { createCustomer } from "#lib/customers/create-customer";
import { deleteCustomer } from "#lib/customers/delete-customer";
import { previewDeletion } from "#lib/customers/preview-deletion";
import { attachPaymentMethod } from "#lib/payment-methods/attach-payment-method";
import { aWorld } from "#tests/support/world";

test("deleting tells what goes with a customer before, and leaves a line in the history after", async () => {
  const { viewer } = await aWorld();
  const { id } = await createCustomer(viewer, {
    name: "Ana",
    balance: -500,
    taxIds: [{ type: "eu_vat", value: "FR12345678901" }],
  });
  await attachPaymentMethod(viewer, { paymentMethodId: "pm_card_visa", customerId: id });
  expect(await previewDeletion(viewer, id)).toMatchObject({
    customer: { id, balance: -500 },
    methods: 1,
    taxIds: 1,
  });
  await deleteCustomer(viewer, id);
  const { lines } = await listHistory(viewer, {});
  expect(lines[0]).toMatchObject({ action: "customer.deleted", subject: id });
  await expect(previewDeletion(viewer, id)).rejects.toMatchObject({ facts: { status: 404 } });
});

test("is told to nobody who may not delete, nor of another business's customer", async () => {
  const { viewer, viewerWith } = await aWorld();
  const { id } = await createCustomer(viewer, {});
  await expect(previewDeletion(viewerWith(["view_only"]), id)).rejects.toMatchObject({
    facts: { status: 403 },
  });
  await expect(previewDeletion((await aWorld()).viewer, id)).rejects.toMatchObject({
    facts: { status: 404 },
  });
});
