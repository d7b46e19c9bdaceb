import { expect, test } from "vitest";
import type { Currency } from "#lib/currencies";
import { createCustomer } from "#lib/customers/create-customer";
import { readOverviewQuery } from "#lib/figures/overview-query";
import { figureRows } from "#lib/home/figure-rows";
import type { TileName } from "#lib/home/overview-tiles";
import { createPayment } from "#lib/payments/create-payment";
import { aWorld, type World } from "#tests/support/world";

/** Of an account in this currency: a payment in it and one in dollars by the same customer, and a declined one. */
async function aBusyDay(currency: Currency): Promise<World & { customerId: string }> {
  const world = await aWorld({ currency });
  const customer = await createCustomer(world.viewer, { name: "Zoé" });
  const pay = (amount: number, more: { currency: string; paymentMethodId: string }) =>
    createPayment(
      world.viewer,
      { amount, paymentMethodTypes: ["card"], customerId: customer.id, ...more },
      {},
    );
  await pay(12_340, { currency, paymentMethodId: "pm_card_fr" });
  await pay(1_160, { currency: "usd", paymentMethodId: "pm_card_us" });
  await pay(2_000, { currency, paymentMethodId: "pm_card_chargeDeclined" }).catch(() => {});
  return { ...world, customerId: customer.id };
}

function rowsOf({ viewer }: World, tile: TileName, address: Record<string, string> = { period: "today" }) {
  const calendar = { timeZone: viewer.environment.timeZone, now: viewer.now(), first: "2020-01-01" };
  return figureRows(viewer, tile, readOverviewQuery(address, calendar));
}

test.each([
  ["eur", "133.40", "123.40", "10.00"],
  ["jpy", "14050", "12340", "1710"],
  ["kwd", "15.880", "12.340", "3.540"],
] as const)(
  "amounts of a file are plain decimals of %s, and say so",
  async (currency, whole, french, american) => {
    const world = await aBusyDay(currency);
    expect(await rowsOf(world, "country")).toEqual([
      ["country", "gross", "currency", "payments"],
      ["FR", french, currency, "1"],
      ["US", american, currency, "1"],
    ]);
    expect(await rowsOf(world, "topCustomers")).toEqual([
      ["customer", "name", "email", "payments", "spent", "currency"],
      [world.customerId, "Zoé", "", "2", whole, currency],
    ]);
    const [heading, ...days] = await rowsOf(world, "gross", { period: "7d" });
    expect(heading).toEqual(["start", "end", "gross", "gross_before", "currency"]);
    expect(days).toHaveLength(7);
    expect(days.at(-1)?.slice(2)).toEqual([whole, days[0]?.[3], currency]);
  },
);

test("what is counted has no currency, and of failures no payments are told", async () => {
  const world = await aBusyDay("eur");
  expect(await rowsOf(world, "reason")).toEqual([
    ["reason", "failures"],
    ["generic_decline", "1"],
  ]);
  const [heading] = await rowsOf(world, "payments", { period: "today", compare: "none" });
  expect(heading).toEqual(["start", "end", "payments"]);
});

test("names of customers are in a file only for who may export", async () => {
  const world = await aBusyDay("eur");
  const permissions = new Set(world.viewer.permissions);
  permissions.delete("exports:read");
  const reader = { ...world, viewer: { ...world.viewer, permissions } };
  await expect(rowsOf(reader, "topCustomers")).rejects.toThrow("exports:read");
  await expect(rowsOf(reader, "country")).resolves.toHaveLength(3);
});
