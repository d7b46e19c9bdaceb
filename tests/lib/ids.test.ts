import { expect, test } from "vitest";
import { newId, randomText } from "#lib/ids";

test("ids of a kind come in the order of their time, then of their making", () => {
  const start = Date.UTC(2026, 0, 1);
  const made = Array.from({ length: 5000 }, (_, i) => newId("pi", start + Math.floor(i / 1000)));
  expect([...made].sort()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
});

test("random text draws each letter and digit about as often", () => {
  const text = randomText(62_000);
  expect(text).toMatch(/^[0-9A-Za-z]+$/);
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  expect(counts.size).toBe(62);
  // A thousand each is expected; six standard deviations are 190.
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(190);
});
