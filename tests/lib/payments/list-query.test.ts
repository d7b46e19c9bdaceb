import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Reading, readQuery, writeQuery } from "#lib/lists/list-source";
import { paymentList } from "#lib/payments/list/payment-list";
import { cardBrands, listedStatuses, methodTypes } from "#lib/payments/list/payment-filters";
import { periods } from "#lib/lists/days";
import { fromWords } from "#lib/lists/words";
import { queryFilters } from "#lib/payments/list/query-filters";

const facts = {
  currency: "eur",
  timeZone: "Europe/Paris",
  now: 0,
  seesPeople: true,
  seesPayments: true,
  seesInvitations: true,
  isDiscreet: false,
  eventTypes: null,
} as const;
const english: Reading = { ...facts, locale: "en" };
const french: Reading = { ...facts, locale: "fr" };
const read = (address: string, reading = english) => readQuery(paymentList, fromWords(address), reading);
const written = (query: ReturnType<typeof read>["query"]) => writeQuery(paymentList, query).toString();

describe("the address of the list", () => {
  test("combines filters in plain words", () => {
    const address =
      "status=failed&status=blocked&from=2026-11-01&to=2026-11-22&currency=usd&amount_from=10.00&method=card&brand=visa&last4=4242&customer=cus_1";
    const { query, problems } = read(address);
    expect(problems).toEqual([]);
    expect(query).toEqual({
      statuses: ["failed", "blocked"],
      period: null,
      from: "2026-11-01",
      to: "2026-11-22",
      currency: "usd",
      amount: null,
      amountFrom: 1000,
      amountTo: null,
      methodType: "card",
      brand: "visa",
      last4: "4242",
      customer: "cus_1",
      sort: "newest",
    });
    expect(written(query)).toBe(address);
  });

  test("takes amounts as they are written in English and in French", () => {
    expect(read("amount=1,234.50", english).query.amount).toBe(123_450);
    expect(read("amount=1 234,50", french).query.amount).toBe(123_450);
    expect(read("amount=1\u202f234,50", french).query.amount).toBe(123_450);
    expect(read("amount=10,50", english).query.amount).toBe(1050);
    expect(read("amount=500&currency=jpy").query.amount).toBe(500);
    expect(read("amount=1.234&currency=kwd").query.amount).toBe(1234);
  });

  test("counts an amount in the account's currency unless it names another", () => {
    expect(read("amount_to=5").query).toMatchObject({ currency: "eur", amountTo: 500 });
    expect(read("amount_to=5&currency=JPY").query).toMatchObject({ currency: "jpy", amountTo: 5 });
  });

  test("names what it cannot understand, and keeps the rest", () => {
    const bad =
      "status=lost&status=failed&from=2026-02-30&amount=ten&currency=xxx&method=cash&last4=12&date=soon";
    const { query, problems } = read(bad);
    expect(problems.map(({ param, value }) => [param, value])).toEqual([
      ["status", "lost"],
      ["date", "soon"],
      ["from", "2026-02-30"],
      ["currency", "xxx"],
      ["amount", "ten"],
      ["method", "cash"],
      ["last4", "12"],
    ]);
    expect(written(query)).toBe("status=failed");
  });

  test("refuses what ends before it begins, comes twice, or does not go together", () => {
    const { query, problems } = read(
      "from=2026-11-22&to=2026-11-01&amount_from=9&amount_to=8&last4=4242&last4=1111&method=sepa_debit&brand=visa",
    );
    expect(problems).toEqual([
      { param: "from", value: "2026-11-22", reason: "reversed" },
      { param: "amount_from", value: "9", reason: "reversed" },
      { param: "brand", value: "visa", reason: "unfit" },
      { param: "last4", value: "1111", reason: "repeated" },
    ]);
    expect(written(query)).toBe("method=sepa_debit&last4=4242");
  });

  test("leaves out the empty fields of a form", () => {
    const { query, problems } = read("status=&from=&to=&amount=+&last4=");
    expect(problems).toEqual([]);
    expect(written(query)).toBe("");
  });

  test("whatever it is given, is understood the same when written out, in both languages", () => {
    const word = fc.oneof(
      fc.constantFrom(...listedStatuses, ...periods, ...methodTypes, ...cardBrands),
      fc.constantFrom(
        "largest",
        "oldest",
        "usd",
        "jpy",
        "kwd",
        "2026-11-22",
        "1970-01-01",
        "4242",
        "10.00",
        "1.234",
        "1 000,5",
      ),
      fc.string(),
    );
    const name = fc.constantFrom(
      "status",
      "date",
      "from",
      "to",
      "currency",
      "amount",
      "amount_from",
      "amount_to",
      "method",
      "brand",
      "last4",
      "customer",
      "sort",
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, word)), fc.constantFrom(english, french), (pairs, reading) => {
        const { query } = readQuery(paymentList, fromWords(new URLSearchParams(pairs)), reading);
        for (const other of [english, french]) {
          expect(read(written(query), other)).toEqual({ query, problems: [] });
        }
      }),
    );
  });
});

describe("days", () => {
  const filtersOf = (address: string, timeZone: string, now: string) =>
    queryFilters(read(address).query, { timeZone, now: Date.parse(now) });

  test("are whole days on the reader's clock, also when clocks change", () => {
    expect(filtersOf("from=2026-10-25&to=2026-10-25", "Europe/Paris", "2026-11-01T00:00Z")).toMatchObject({
      createdFrom: Date.parse("2026-10-24T22:00Z"),
      createdUntil: Date.parse("2026-10-25T23:00Z"),
    });
    expect(filtersOf("from=2026-11-01", "America/New_York", "2026-11-01T00:00Z")).toMatchObject({
      createdFrom: Date.parse("2026-11-01T04:00Z"),
      createdUntil: undefined,
    });
  });

  test("of a period move with the calendar", () => {
    const now = "2026-11-30T23:30Z"; // already December in Paris
    const inParis = (period: string) => filtersOf(`date=${period}`, "Europe/Paris", now);
    expect(inParis("today")).toMatchObject({ createdFrom: Date.parse("2026-11-30T23:00Z") });
    expect(inParis("this_month")).toMatchObject({ createdFrom: Date.parse("2026-11-30T23:00Z") });
    expect(inParis("last_month")).toMatchObject({
      createdFrom: Date.parse("2026-10-31T23:00Z"),
      createdUntil: Date.parse("2026-11-30T23:00Z"),
    });
    expect(inParis("7_days")).toMatchObject({ createdFrom: Date.parse("2026-11-24T23:00Z") });
    expect(inParis("this_year")).toMatchObject({ createdFrom: Date.parse("2025-12-31T23:00Z") });
  });

  test("give way to days that are named", () => {
    expect(read("date=today&from=2026-11-01").query).toMatchObject({ period: null, from: "2026-11-01" });
  });
});

test("amounts are only put in order within one currency", () => {
  expect(read("sort=largest").query).toMatchObject({ sort: "largest", currency: "eur" });
  expect(read("sort=smallest&currency=jpy").query).toMatchObject({ sort: "smallest", currency: "jpy" });
});
