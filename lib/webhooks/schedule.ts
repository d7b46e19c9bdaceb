import { day, hour, minute } from "#lib/clock";

/** For how long a live endpoint is tried. */
const patience = 3 * day;
const longestWait = 12 * hour;

/** In test environments: three tries over some hours. */
const testWaits = [10 * minute, 2 * hour];

/**
 * When a delivery that failed for the `tries`th time is tried again, milliseconds; null when it is given up.
 * `startedAt` is when the first try was due.
 */
export function nextTry(kind: "live" | "test", tries: number, startedAt: number, now: number): number | null {
  const wait = kind === "test" ? testWaits[tries - 1] : Math.min(longestWait, minute * 3 ** (tries - 1));
  if (wait === undefined) return null;
  // Some chance, so that what failed together does not come back together; whole seconds, so that one look finds many.
  const at = Math.ceil((now + wait * (1 + Math.random() / 10)) / 1000) * 1000;
  return kind === "live" && at > startedAt + patience ? null : at;
}
