/** How long a caller may take over the processor's answer before others may finish for it, milliseconds. */
export const lease = 30_000;

/**
 * Leases that end by then (system clock) are nobody's: they ran out, or belong to a process that is gone.
 * One process at a time serves a database, so whatever was leased before this one began was left behind.
 */
export function abandonedUntil(): number {
  return Math.max(Date.now(), Math.floor(performance.timeOrigin) + lease);
}
