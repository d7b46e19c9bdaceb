import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "#lib/auth/viewer";
import { createCustomer } from "#lib/customers/create-customer";
import { deleteCustomer } from "#lib/customers/delete-customer";
import { customerList } from "#lib/customers/list/customer-list";
import { offersSort, readingOf, readQuery, writeQuery } from "#lib/lists/list-source";
import type { QueryParams } from "#lib/lists/read-params";
import { createPayment } from "#lib/payments/create-payment";
import { aWorld, later, type World } from "#tests/support/world";

let world: World;
const ids: Record<string, string> = {};

beforeAll(async () => {
  world = await aWorld();
  const people = { ana: "FR", bo: "JP", cleo: "FR", gone: "FR" };
  for (const [at, [name, country]] of Object.entries(people).entries()) {
    const viewer = later(world.viewer, at * 1000);
    const email = `${name}@example.com`;
    ids[name] = (await createCustomer(viewer, { name, email, address: { country } })).id;
  }
  await deleteCustomer(world.viewer, ids.gone ?? "");
  const pay = (customerId: string | undefined, amount: number, after: number) =>
    createPayment(
      later(world.viewer, after),
      { amount, currency: "eur", customerId, paymentMethodId: "pm_card_visa", paymentMethodTypes: ["card"] },
      {},
    );
  await pay(ids.bo, 5000, 10_000);
  await pay(ids.ana, 1000, 20_000);
  await pay(ids.ana, 1000, 30_000);
});

async function listed(address: QueryParams, viewer: Viewer = world.viewer): Promise<string[]> {
  const { query, problems } = readQuery(customerList, address, readingOf(viewer));
  expect(problems).toEqual([]);
  const page = await customerList.page(viewer, query, { direction: "older", from: null, size: 10 });
  return page.rows.map(({ name }) => name ?? "");
}

test("comes in each of its orders, without those who were deleted", async () => {
  expect(await listed({})).toEqual(["cleo", "bo", "ana"]);
  expect(await listed({ sort: "oldest" })).toEqual(["ana", "bo", "cleo"]);
  expect(await listed({ sort: "largest" })).toEqual(["bo", "ana", "cleo"]);
  expect(await listed({ sort: "smallest" })).toEqual(["cleo", "ana", "bo"]);
  expect(await listed({ sort: "payments_most" })).toEqual(["ana", "bo", "cleo"]);
  expect(await listed({ sort: "paid_lately" })).toEqual(["ana", "bo", "cleo"]);
});

test("is narrowed by any combination of its filters", async () => {
  expect(await listed({ email: "ANA@example.com" })).toEqual(["ana"]);
  expect(await listed({ country: "FR" })).toEqual(["cleo", "ana"]);
  expect(await listed({ country: ["FR", "JP"], buyers: "paying" })).toEqual(["bo", "ana"]);
  expect(await listed({ buyers: "never" })).toEqual(["cleo"]);
  expect(await listed({ spend_from: "20", sort: "largest" })).toEqual(["bo", "ana"]);
  expect(await listed({ spend_from: "20", spend_to: "49.99" })).toEqual(["ana"]);
  expect(await listed({ date: "today", country: "JP" })).toEqual(["bo"]);
  expect(await listed({ refunds: "some" })).toEqual([]);
  expect(await listed({ refunds: "none", disputes: "none" })).toEqual(["cleo", "bo", "ana"]);
  expect(await listed({ paid_from: "2020-01-01" })).toEqual(["bo", "ana"]);
  expect(await listed({ paid_to: "2020-01-01" })).toEqual([]);
});

test("does not tell what their payments come to by what is found, by its order, or in sum", async () => {
  const blind = { ...world.viewer, permissions: new Set(["customers:read"] as const) };
  for (const address of [{ buyers: "paying" }, { spend_from: "20" }, { paid_from: "2020-01-01" }]) {
    expect(await listed(address, blind)).toEqual(["cleo", "bo", "ana"]);
  }
  for (const sort of ["largest", "smallest", "payments_most", "paid_lately"]) {
    expect(await listed({ sort }, blind)).toEqual(["cleo", "bo", "ana"]);
  }
  expect(await listed({ sort: "oldest" }, blind)).toEqual(["ana", "bo", "cleo"]);
  const { query } = readQuery(customerList, { sort: "largest" }, readingOf(blind));
  const offered = customerList.sorts.filter((sort) => offersSort(customerList, sort, readingOf(blind)));
  expect(offered).toEqual(["newest", "oldest"]);
  expect(await customerList.sum(blind, query, readingOf(blind))).toEqual([
    { currency: null, count: 3, amount: 0 },
  ]);
});

test("says its filters in an address, and adds up what they leave", async () => {
  const address = { email: "ana@example.com", country: "FR", spend_from: "1", buyers: "paying" };
  const { query } = readQuery(customerList, address, readingOf(world.viewer));
  expect(Object.fromEntries(writeQuery(customerList, query))).toEqual({ ...address, spend_from: "1.00" });
  const all = readQuery(customerList, {}, readingOf(world.viewer)).query;
  expect(await customerList.sum(world.viewer, all, readingOf(world.viewer))).toEqual([
    { currency: "eur", count: 3, amount: 7000 },
  ]);
});

test("is not for who may not see customers", async () => {
  const { query } = readQuery(customerList, {}, readingOf(world.viewer));
  const nobody = world.viewerWith(["iam_admin"]);
  await expect(
    customerList.page(nobody, query, { direction: "older", from: null, size: 10 }),
  ).rejects.toMatchObject({ facts: { status: 403 } });
});
