import { expect, test } from "vitest";
import { day, hour, minute } from "#lib/clock";
import { nextTry } from "#lib/webhooks/schedule";

/** When each try takes place, from the first at 0, each failing at once. */
function triesOf(kind: "live" | "test"): number[] {
  const times = [0];
  for (let tries = 1, at = 0; ; tries++) {
    const next = nextTry(kind, tries, 0, at);
    if (next === null) return times;
    times.push((at = next));
  }
}

test("a live endpoint is tried for three days, less and less often", () => {
  const times = triesOf("live");
  const waits = times.slice(1).map((time, i) => time - (times[i] ?? 0));
  expect(waits[0]).toBeLessThanOrEqual(1.1 * minute);
  expect(times.at(-1)).toBeGreaterThan(2 * day);
  expect(times.at(-1)).toBeLessThanOrEqual(3 * day);
  expect(Math.max(...waits)).toBeLessThanOrEqual(1.1 * 12 * hour);
  for (const [i, wait] of waits.slice(0, 7).entries()) expect(wait).toBeGreaterThan(waits[i - 1] ?? 0);
});

test("a test endpoint is tried three times over some hours", () => {
  const times = triesOf("test");
  expect(times).toHaveLength(3);
  expect(times.at(-1)).toBeGreaterThan(2 * hour);
  expect(times.at(-1)).toBeLessThan(day);
});
