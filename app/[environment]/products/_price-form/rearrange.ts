import { withCurrencies } from "../_parts/extra-currencies";
import type { Typed } from "../_parts/read-typed";

const mostTiers = 50;

/** How many tiers the form has fields for. */
export function tierCount(typed: Typed): number {
  const count = Number(typed.tiers);
  return Number.isInteger(count) ? Math.min(Math.max(count, 1), mostTiers) : 1;
}

/**
 * The form after one of its buttons that only change what it asks: `add-tier`, `remove-tier-2`, `add-currency`,
 * `remove-currency-usd`. Null for any other button: then it was sent to be carried out.
 */
export function rearranged(typed: Typed, button: string): Typed | null {
  const count = tierCount(typed);
  if (button === "add-tier") return { ...typed, tiers: String(Math.min(count + 1, mostTiers)) };
  const [, removed] = /^remove-tier-(\d+)$/.exec(button) ?? [];
  if (removed === undefined) return withCurrencies(typed, button);
  return withoutTier(typed, Number(removed), count);
}

/** The tiers behind the removed one move up. */
function withoutTier(typed: Typed, removed: number, count: number): Typed {
  if (!(removed < count) || count === 1) return typed;
  const left = Object.entries(typed).flatMap(([name, value]): [string, string][] => {
    const [, tier, field] = /^tier-(\d+)-(.+)$/.exec(name) ?? [];
    if (tier === undefined || Number(tier) < removed) return [[name, value]];
    return Number(tier) === removed ? [] : [[`tier-${Number(tier) - 1}-${field}`, value]];
  });
  return { ...Object.fromEntries(left), tiers: String(count - 1) };
}
