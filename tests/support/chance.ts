/** Chance that comes out the same for the same seed. */
export function chance(seed: number) {
  let state = seed >>> 0;

  /** From 0 up to, not including, `limit`. */
  function upTo(limit: number): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  function pick<T>(list: readonly T[]): T {
    const picked = list[upTo(list.length)];
    if (picked === undefined) throw new Error("There is nothing to pick from");
    return picked;
  }

  return { upTo, pick, bytes: (length: number) => Buffer.from(Array.from({ length }, () => upTo(256))) };
}
