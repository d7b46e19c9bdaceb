import type { Query } from "../query/read-query.ts";

/** What was typed, where that is one plain word beside dates: the beginning of an event's type, a path. */
export function onlyWord({ clauses }: Query): string | null {
  const [first, ...others] = clauses.filter(({ kind }) => kind !== "date");
  return first?.kind === "words" && !first.negated && others.length === 0 ? first.source.toLowerCase() : null;
}
