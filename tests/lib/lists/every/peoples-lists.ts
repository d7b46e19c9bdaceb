import fc from "fast-check";
import { customers, guests } from "#db/schema/index";
import { guestKinds } from "#lib/customers/figures/contribution";
import { along, between, byCreation, choice, created, moments, one, type Row, wordOf } from "./asks.ts";
import type { Listing } from "./listing.ts";

const from = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const asEur = (row: Row, figure: string) => ({ currency: "eur", amount: Number(row[figure]) });
const spends = [-500, 0, 100, 2500];
const counts = from(0, 0, 1, 3);
const some = (param: string, column: string) =>
  one(param, ["some", "none"], (row, word) => Number(row[column]) > 0 === (word === "some"));

export function customersListing(): Promise<Listing> {
  const emails = ["ada@example.com", "bo@example.com"];
  const facts = {
    emailKey: fc.option(from(...emails)),
    country: fc.option(from("FR", "JP", "US")),
    present: from(1, 1, 1, 0),
    spend: from(...spends),
    paymentCount: counts,
    refundCount: counts,
    disputeCount: counts,
    lastPaymentAt: fc.option(moments, { nil: 0 }),
  };
  return Promise.resolve({
    table: customers,
    facts: fc.record(facts).map((row) => ({ ...row, preferredLocales: [] })),
    listed: ({ present }) => present === 1,
    asks: [
      one(
        "email",
        ["ADA@example.com", "cy@example.com"],
        ({ emailKey }, word) => emailKey === word.toLowerCase(),
      ),
      choice("country", "country", ["FR", "JP", "DE"]),
      created,
      one("buyers", ["paying", "never"], (row, word) => Number(row.paymentCount) > 0 === (word === "paying")),
      some("refunds", "refundCount"),
      some("disputes", "disputeCount"),
      between("paid_from", "paid_to", "lastPaymentAt"),
      one("spend_from", ["0", "25.00"], ({ spend }, word) => Number(spend) >= Number(word) * 100),
    ],
    orders: {
      ...byCreation,
      ...along("spend", ["largest", "smallest"]),
      ...along("paymentCount", ["payments_most", "payments_fewest"]),
      ...along("lastPaymentAt", ["paid_lately", "paid_long_ago"]),
    },
    sums: (row) => asEur(row, "spend"),
  });
}

export function guestsListing(): Promise<Listing> {
  return Promise.resolve({
    table: guests,
    facts: fc.record({ kind: from(...guestKinds), spend: from(...spends) }),
    listed: ({ kind }, asked) => kind === (wordOf(asked, "by") ?? "card"),
    asks: [one("by", guestKinds, () => true), created],
    orders: { ...byCreation, ...along("spend", ["largest", "smallest"]) },
    sums: (row) => asEur(row, "spend"),
  });
}
