import { expect, test } from "vitest";
import {
  changeOf,
  drawnValue,
  showSpans,
  showValue,
  writtenAs,
} from "../../app/[environment]/_home/show-value";
import { spansOf } from "#lib/figures/period";
import { aWorld } from "#tests/support/world";

test("a change is told of what there was, also below zero, and of nothing there is none", () => {
  expect(changeOf(150, 100)).toBe(0.5);
  expect(changeOf(0, 100)).toBe(-1);
  expect(changeOf(100, 0)).toBeNull();
  expect(changeOf(0, 0)).toBeNull();
  expect(changeOf(50, -100)).toBe(1.5);
  expect(changeOf(-200, -100)).toBe(-1);
  expect(changeOf(null, 100)).toBeNull();
  expect(changeOf(100, null)).toBeNull();
});

test.each([
  ["eur", "€123.45", 123.45, "−€123.45"],
  ["jpy", "¥12,345", 12_345, "−¥12,345"],
  ["kwd", "KWD 12.345", 12.345, "−KWD 12.345"],
] as const)("what is told, drawn and pointed at is the same in %s", async (currency, told, drawn, below) => {
  const { viewer } = await aWorld({ currency });
  const plain = (text: string) => text.replaceAll(/\s/g, " ");
  expect(plain(showValue(viewer, "money", 12_345))).toBe(told);
  expect(plain(showValue(viewer, "money", -12_345))).toBe(below);
  expect(drawnValue(viewer, "money", 12_345)).toBe(drawn);
  expect(plain(new Intl.NumberFormat("en", writtenAs(viewer, "money")).format(drawn))).toBe(told);
});

test("hours are named on the account's clocks, the one that comes twice as often", async () => {
  const { viewer } = await aWorld({ timeZone: "Europe/Paris" });
  const day = { from: "2026-10-25", until: "2026-10-26", timeZone: "Europe/Paris" };
  const hours = showSpans(viewer, spansOf(day, "hour"), "hour");
  expect(hours).toHaveLength(25);
  expect(hours.filter((name) => name === hours[2])).toHaveLength(2);
});
