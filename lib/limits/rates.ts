interface Bucket {
  /** How many more may come at once. */
  left: number;
  /** When that was so, milliseconds. */
  at: number;
}

/** How many keys are remembered; those least recently used are forgotten, as if nothing had come from them. */
const most = 10_000;

/**
 * Counts what comes, key by key: so many in a stretch of time (milliseconds), all at once or one after the other.
 * `now` reads a clock in milliseconds.
 */
export function createRates(stretch: number, now: () => number) {
  const buckets = new Map<string, Bucket>();
  /** Whether one more may come. */
  return (key: string, limit: number): boolean => {
    if (limit === Number.POSITIVE_INFINITY) return true;
    const at = now();
    const known = buckets.get(key);
    const left = known ? Math.min(limit, known.left + ((at - known.at) * limit) / stretch) : limit;
    buckets.delete(key);
    buckets.set(key, { left: left < 1 ? left : left - 1, at });
    if (buckets.size > most) forgetFirst(buckets);
    return left >= 1;
  };
}

function forgetFirst(buckets: Map<string, Bucket>): void {
  const [first] = buckets.keys();
  if (first !== undefined) buckets.delete(first);
}
