import { describe, expect, test } from "vitest";

import {
  formatCompact,
  formatDate,
  formatDateTime,
  formatMoney,
  formatMonth,
  formatNumber,
  formatPercent,
  formatRate,
  formatTimeWithSeconds,
  formatWhen,
  moneyParts,
  timeZoneCity,
} from "#lib/i18n/format";
import { negotiateLocale } from "#lib/i18n/negotiate-locale";
import { translator } from "#lib/i18n/translator";

const noon = Date.UTC(2026, 10, 22, 11, 0, 7);
const paris = { locale: "en", timeZone: "Europe/Paris" } as const;
const french = { locale: "fr", timeZone: "Europe/Paris" } as const;

describe("the language", () => {
  test.each<[string | null, string | null, string]>([
    ["fr", "en", "fr"],
    [null, "fr-CA,fr;q=0.9,en;q=0.8", "fr"],
    [null, "de, en;q=0.5, fr;q=0.7", "fr"],
    [null, "fr;q=0, en", "en"],
    [null, "ja", "en"],
    ["de", "fr", "fr"],
    [null, null, "en"],
    [null, ";;q=x,,", "en"],
  ])("profile %s, browser %s: %s", (profile, browser, expected) => {
    expect(negotiateLocale(profile, browser)).toBe(expected);
  });
});

describe("messages", () => {
  test("are said in the language asked for, with plurals", () => {
    expect(translator("en", "common")("save")).toBe("Save");
    expect(translator("fr", "common")("save")).toBe("Enregistrer");
    expect(translator("en", "common")("formErrors", { count: 1 })).toBe("One thing needs your attention");
    expect(translator("fr", "common")("formErrors", { count: 2 })).toBe("2 points demandent votre attention");
  });

  test("are made once per language and namespace", () => {
    expect(translator("fr", "shell")).toBe(translator("fr", "shell"));
  });

  test("an unknown key is a compile error and, while developing, an exception", () => {
    // @ts-expect-error: no such key
    expect(() => translator("en", "common")("noSuchKey")).toThrow(/noSuchKey/);
  });
});

describe("figures", () => {
  test("an exchange rate is readable, whatever its size", () => {
    expect(formatRate("0.862068965517", "en")).toBe("0.862069");
    expect(formatRate("0.862068965517", "fr")).toBe("0,862069");
    expect(formatRate("0.006153846154", "en")).toBe("0.00615385");
    expect(formatRate("162.5", "en")).toBe("162.5");
    expect(formatRate("1", "en")).toBe("1");
  });

  test("money in a sentence", () => {
    expect(formatMoney(6450, "eur", "en")).toBe("€64.50");
    expect(formatMoney(124_000, "usd", "en")).toBe("$1,240.00");
    expect(formatMoney(-500, "usd", "en")).toBe("−$5.00");
    expect(formatMoney(18_500, "jpy", "en")).toBe("¥18,500");
    expect(formatMoney(6450, "eur", "fr")).toBe("64,50\u00a0€");
    expect(formatMoney(1234, "kwd", "en")).toMatch(/1\.234$/);
  });

  test("money in a column", () => {
    expect(moneyParts({ amount: -124_000, currency: "usd" }, "en")).toEqual({
      figure: "−1,240.00",
      code: "USD",
    });
    expect(moneyParts({ amount: 124_050, currency: "eur" }, "fr")).toEqual({
      figure: "1\u202f240,50",
      code: "EUR",
    });
  });

  test("numbers and percentages", () => {
    expect(formatNumber(20_314, "en")).toBe("20,314");
    expect(formatNumber(-3, "fr")).toBe("−3");
    expect(formatCompact(-20_314, "en")).toBe("−20K");
    expect(formatCompact(20_314, "fr")).toBe("20\u00a0k");
    expect(formatPercent(0.934, "en")).toBe("93.4%");
    expect(formatPercent(0.0031, "fr", 2)).toBe("0,31\u00a0%");
  });
});

describe("moments", () => {
  test("are told on the clock of the time zone asked for", () => {
    expect(formatDateTime(noon, paris)).toBe("22 Nov 2026, 12:00");
    expect(formatDateTime(noon, { locale: "en", timeZone: "America/New_York" })).toBe("22 Nov 2026, 06:00");
    expect(formatTimeWithSeconds(noon, paris)).toBe("12:00:07");
    expect(formatDate(noon, french)).toBe("22 nov. 2026");
    expect(formatMonth(noon, french)).toBe("novembre 2026");
  });

  test("leave out the current year", () => {
    expect(formatDateTime(noon, { ...paris, now: noon })).toBe("22 Nov, 12:00");
    expect(formatDate(noon, { ...paris, now: noon + 365 * 86_400_000 })).toBe("22 Nov 2026");
    const inTokyo = { locale: "en", timeZone: "Asia/Tokyo", now: Date.UTC(2026, 11, 31, 15) } as const;
    expect(formatDate(Date.UTC(2026, 11, 31, 14, 59), inTokyo)).toBe("31 Dec 2026");
    expect(formatDate(Date.UTC(2026, 11, 31, 15), inTokyo)).toBe("1 Jan");
    expect(formatDate(Date.UTC(2026, 11, 31, 15), { ...inTokyo, timeZone: "UTC" })).toBe("31 Dec");
  });

  test("say today and yesterday by the calendar, not by 24 hours", () => {
    const justBeforeMidnight = Date.UTC(2026, 10, 21, 22, 59);
    expect(formatWhen(noon, { ...paris, now: noon })).toBe("Today 12:00");
    expect(formatWhen(justBeforeMidnight, { ...paris, now: noon })).toBe("Yesterday 23:59");
    expect(formatWhen(justBeforeMidnight, { ...french, now: noon })).toBe("Hier 23:59");
    expect(formatWhen(noon - 5 * 86_400_000, { ...paris, now: noon })).toBe("17 Nov, 12:00");
  });

  test("name the zone by its city", () => {
    expect(timeZoneCity("America/New_York")).toBe("New York");
    expect(timeZoneCity("UTC")).toBe("UTC");
  });
});
