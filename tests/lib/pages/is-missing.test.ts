import { beforeAll, expect, test } from "vitest";
import { createCustomer } from "#lib/customers/create-customer";
import { deleteCustomer } from "#lib/customers/delete-customer";
import { isMissing } from "#lib/pages/is-missing";
import { aPayment } from "#tests/support/money";
import { aWorld, type World } from "#tests/support/world";

let world: World;
let other: World;
beforeAll(async () => {
  world = await aWorld();
  other = await aWorld();
});

test("a page about a payment of this environment is there, with all that stands below it", async () => {
  const { id } = await aPayment(world.viewer);
  expect(await isMissing(world.viewer, `transactions/${id}`)).toBe(false);
  expect(await isMissing(world.viewer, `transactions/${id}/refund`)).toBe(false);
  expect(await isMissing(other.viewer, `transactions/${id}`)).toBe(true);
});

test("a customer who was deleted is missing", async () => {
  const customer = await createCustomer(world.viewer, { name: "Zoë Ølund" });
  expect(await isMissing(world.viewer, `customers/${customer.id}`)).toBe(false);
  await deleteCustomer(world.viewer, customer.id);
  expect(await isMissing(world.viewer, `customers/${customer.id}`)).toBe(true);
});

test.each(["transactions/pi_nobody", "developers/events/evt_nobody", "developers/webhooks/we_nobody/edit"])(
  "%s is missing",
  async (page) => expect(await isMissing(world.viewer, page)).toBe(true),
);

test.each(["", "transactions", "transactions/refunds", "developers/webhooks/new", "settings/keys"])(
  "%s is about nothing that could be missing",
  async (page) => expect(await isMissing(world.viewer, page)).toBe(false),
);
