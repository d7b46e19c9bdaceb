import { type Day, dayAt } from "#lib/calendar";
import type { Viewer } from "#lib/auth/viewer";
import type { Query } from "../query/read-query.ts";

interface OnlyWord {
  word: string;
  /** The first day that was asked for, and the last. */
  from: Day | null;
  to: Day | null;
}

/** What was typed, where that is one plain word beside dates: the beginning of an event's type, a path. */
export function onlyWord({ timeZone }: Pick<Viewer, "timeZone">, { clauses }: Query): OnlyWord | null {
  const ranges = clauses.flatMap((clause) => (clause.kind === "date" ? [clause.range] : []));
  const [first, ...others] = clauses.filter(({ kind }) => kind !== "date");
  if (first?.kind !== "words" || others.length > 0 || clauses.some(({ negated }) => negated)) return null;
  const from = ranges.flatMap((range) => range.from ?? []);
  const to = ranges.flatMap((range) => range.to ?? []);
  return {
    word: first.source,
    from: from.length > 0 ? dayAt(Math.max(...from), timeZone) : null,
    to: to.length > 0 ? dayAt(Math.min(...to) - 1, timeZone) : null,
  };
}
