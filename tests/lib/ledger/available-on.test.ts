import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "#lib/clock";
import { availableOn, type Settlement } from "#lib/ledger/available-on";

const at = (text: string) => Date.parse(`${text}Z`);

const due = (createdAt: number, change: Partial<Settlement> = {}) =>
  new Date(
    availableOn({ country: "FR", method: "card", createdAt, availableAtOnce: false, ...change }),
  ).toISOString();

describe("a card payment comes due at midnight UTC", () => {
  test.each([
    ["on a Monday in France, that Thursday", "2026-05-11T09:30", "FR", "2026-05-14T00:00:00.000Z"],
    ["on a Thursday in France, over the weekend", "2026-05-14T23:59:59", "FR", "2026-05-19T00:00:00.000Z"],
    ["on a Saturday in the United States, on Tuesday", "2026-05-16T12:00", "US", "2026-05-19T00:00:00.000Z"],
    ["on a Friday in Japan, on Thursday", "2026-05-15T12:00", "JP", "2026-05-21T00:00:00.000Z"],
    ["on a Monday elsewhere, in seven business days", "2026-05-11T12:00", "BR", "2026-05-20T00:00:00.000Z"],
  ])("%s", (_, created, country, expected) => expect(due(at(created), { country })).toBe(expected));
});

test("a SEPA debit takes five business days", () => {
  expect(due(at("2026-05-11T09:30"), { method: "sepa_debit" })).toBe("2026-05-18T00:00:00.000Z");
});

test("the bypass cards and American test debits are due at once", () => {
  const created = at("2026-05-11T09:30");
  expect(due(created, { availableAtOnce: true })).toBe("2026-05-11T09:30:00.000Z");
  expect(due(created, { method: "us_bank_account" })).toBe("2026-05-11T09:30:00.000Z");
});

test("money is never due before it came, on a weekend, or more than eleven days later", () => {
  const moment = fc.integer({ min: 0, max: at("2100-01-01T00:00") });
  const country = fc.constantFrom("FR", "GB", "US", "JP", "BR");
  fc.assert(
    fc.property(moment, country, (createdAt, country) => {
      const when = availableOn({ country, method: "card", createdAt, availableAtOnce: false });
      expect(when).toBeGreaterThan(createdAt);
      expect(when - createdAt).toBeLessThanOrEqual(11 * day);
      expect(when % day).toBe(0);
      expect([0, 6]).not.toContain(new Date(when).getUTCDay());
    }),
  );
});
