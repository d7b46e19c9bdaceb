import type { Expression } from "#db/search-index";
import type { Entry } from "./documents/kind.ts";
import type { Wanted } from "./find.ts";

/** One thing that is asked of an object. */
export interface Condition {
  holds(entry: Entry): boolean;
  /** What the index can say of it; `exact`: no more and no less than the condition. */
  terms: Expression;
  exact: boolean;
  /** Milliseconds, where it is about the time of creation. */
  created?: { from?: number; until?: number };
}

export const anything: Expression = { all: true };

/** What does not hold. */
export function not(condition: Condition): Condition {
  return {
    holds: (entry) => !condition.holds(entry),
    terms: condition.exact ? { not: condition.terms } : anything,
    exact: condition.exact,
    ...beyond(condition.created),
  };
}

/** When what is not of a time was made, where that has no second end. The moment at the end may be of either. */
function beyond({ from, until }: { from?: number; until?: number } = {}): Pick<Condition, "created"> {
  if (from !== undefined && until === undefined) return { created: { until: from + 1 } };
  if (until !== undefined && from === undefined) return { created: { from: until - 1 } };
  return {};
}

/** One of them holds. */
export function anyOf(conditions: readonly Condition[]): Condition {
  return {
    holds: (entry) => conditions.some(({ holds }) => holds(entry)),
    terms: { or: conditions.map(({ terms }) => terms) },
    exact: conditions.every(({ exact }) => exact),
  };
}

/** All of them hold. */
export function allOf(conditions: readonly Condition[]): Wanted {
  const spans = conditions.flatMap(({ created }) => created ?? []);
  const from = spans.flatMap((span) => span.from ?? []);
  const until = spans.flatMap((span) => span.until ?? []);
  return {
    terms: { and: conditions.map(({ terms }) => terms) },
    fits: (entry) => conditions.every(({ holds }) => holds(entry)),
    created: {
      ...(from.length > 0 ? { from: Math.max(...from) } : {}),
      ...(until.length > 0 ? { until: Math.min(...until) } : {}),
    },
  };
}
