/** Chance that comes out the same for the same seed. */
export interface Random {
  /** From 0 up to, not including, 1. */
  number(): number;
  /** A whole number from 0 up to, not including, `below`. */
  int(below: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of the values, as often as its weight says. */
  weighted<T>(entries: Weighted<T>): T;
  text(length: number): string;
}

export type Weighted<T> = readonly (readonly [T, number])[];

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** The mulberry32 generator: small, fast, good enough to make up shoppers. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;

  function number(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  function pick<T>(list: readonly T[]): T {
    return list[Math.floor(number() * list.length)]!;
  }

  function weighted<T>(entries: Weighted<T>): T {
    let total = 0;
    for (const [, weight] of entries) total += weight;
    let rest = number() * total;
    for (const [value, weight] of entries) {
      rest -= weight;
      if (rest < 0) return value;
    }
    return entries.at(-1)![0];
  }

  return {
    number,
    int: (below) => Math.floor(number() * below),
    chance: (probability) => number() < probability,
    pick,
    weighted,
    text(length) {
      let text = "";
      while (text.length < length) text += alphabet[Math.floor(number() * 62)];
      return text;
    },
  };
}
