import { beforeAll, expect, test } from "vitest";
import { createCustomer } from "#lib/customers/create-customer";
import { deleteCustomer } from "#lib/customers/delete-customer";
import { eventsOfObject } from "#lib/events/queries";
import { createKey } from "#lib/keys/create-key";
import { revokeKey } from "#lib/keys/revoke-key";
import { isDeadLink, isMissing } from "#lib/pages/is-missing";
import { aPayment } from "#tests/support/money";
import { pageRoutes } from "#tests/support/pages-routes";
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

test("no page that is about nothing in particular is taken for one about what is named so", async () => {
  const below = "/:environment/";
  const pages = pageRoutes.filter((route) => route.startsWith(below) && route.split(":").length === 2);
  expect(pages.length).toBeGreaterThan(50);
  for (const page of pages) expect(await isMissing(world.viewer, page.slice(below.length)), page).toBe(false);
});

test("a run of many payments that is nobody's is missing, and what asks how to make one is not", async () => {
  expect(await isMissing(world.viewer, "transactions/bulk/bulk_nobody")).toBe(true);
  for (const page of ["transactions/bulk", "transactions/bulk/refund", "transactions/bulk/receipts"]) {
    expect(await isMissing(world.viewer, page)).toBe(false);
  }
});

test("a part of a figure is there where the figure has such parts", async () => {
  const { id } = await createCustomer(world.viewer, { name: "Zoë Ølund" });
  for (const page of ["country/FR", "brand/-", "reason/generic_decline~do_not_honor", `topCustomers/${id}`])
    expect(await isMissing(world.viewer, `overview/${page}`), page).toBe(false);
  for (const page of ["gross/FR", "edit/FR", "town/FR", "topCustomers/cus_nobody"])
    expect(await isMissing(world.viewer, `overview/${page}`), page).toBe(true);
  expect(await isMissing(other.viewer, `overview/topCustomers/${id}`)).toBe(true);
  expect(await isMissing(world.viewer, "overview/country/figures.csv")).toBe(false);
});

test("an event is there for who may see what it is about", async () => {
  const customer = await createCustomer(world.viewer, { name: "Zoë Ølund" });
  const [event] = await eventsOfObject(world.viewer, customer.id);
  const page = `developers/events/${event?.id}`;
  expect(await isMissing(world.viewer, page)).toBe(false);
  expect(await isMissing({ ...world.viewer, permissions: new Set(["events:read"]) }, page)).toBe(true);
});

test("a customer who was deleted is missing", async () => {
  const customer = await createCustomer(world.viewer, { name: "Zoë Ølund" });
  expect(await isMissing(world.viewer, `customers/${customer.id}`)).toBe(false);
  await deleteCustomer(world.viewer, customer.id);
  expect(await isMissing(world.viewer, `customers/${customer.id}`)).toBe(true);
});

test("a key's questions are there until it is revoked, and the key itself stays", async () => {
  const { key } = await createKey(world.viewer, { kind: "secret", name: "Till" });
  expect(await isMissing(world.viewer, `settings/keys/${key.id}/revoke`)).toBe(false);
  await revokeKey(world.viewer, key.id);
  expect(await isMissing(world.viewer, `settings/keys/${key.id}/revoke`)).toBe(true);
  expect(await isMissing(world.viewer, `settings/keys/${key.id}`)).toBe(false);
});

test.each([
  "transactions/pi_nobody",
  "transactions/disputes/du_nobody",
  "developers/events/evt_nobody",
  "developers/logs/req_nobody",
  "developers/reference/invoice_of_yesterday",
  "developers/webhooks/we_nobody/edit",
  "settings/keys/new/golden",
  "settings/keys/mk_nobody/revoke",
])("%s is missing", async (page) => expect(await isMissing(world.viewer, page)).toBe(true));

test.each([
  "",
  "transactions",
  "transactions/disputes",
  "transactions/refunds",
  "developers/reference",
  "developers/reference/test_helpers.test_clock",
  "developers/webhooks/new",
  "settings/keys",
  "settings/keys/new/secret",
  "settings/keys/version",
])("%s is about nothing that could be missing", async (page) =>
  expect(await isMissing(world.viewer, page)).toBe(false),
);

test.each([
  ["receipts", "1-aaaaaaaaaaaaaaaaaaaaaaaa"],
  ["bank-details", "env/crt/secret"],
  ["join", "nobody"],
  ["reset", "nobody"],
  ["two-step", "nobody"],
  ["account", "email/nobody"],
])("what nobody was sent opens nothing: %s/%s", async (first, page) =>
  expect(await isDeadLink(first, page)).toBe(true),
);

test.each(["sign-in", "two-step", "forgot", "constructor"])("/%s is no link of a mail", async (first) =>
  expect(await isDeadLink(first, "")).toBe(false),
);
