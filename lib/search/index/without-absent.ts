import { type Expression, rangesInUse, type TermRange } from "#db/search-index";
import type { Db } from "#db/engine/engine";

/** Fewer alternatives are looked for one by one. */
const manyAlternatives = 12;

/**
 * What is asked, without alternatives that no document has, of those that are many: the sizes of amounts beyond the
 * greatest there is. Null where nothing fits.
 */
export async function withoutAbsent(db: Db, expression: Expression): Promise<Expression | null> {
  if ("and" in expression) {
    const parts: Expression[] = [];
    for (const each of expression.and) {
      const part = await withoutAbsent(db, each);
      if (part === null) return null;
      parts.push(part);
    }
    return { and: parts };
  }
  if (!("or" in expression)) return expression;
  const terms = expression.or.flatMap((each) => ("term" in each ? each.term : []));
  if (terms.length < manyAlternatives) return expression;
  const there = await termsInUse(db, terms);
  const left = expression.or.filter((each) => !("term" in each) || there.has(each.term));
  return left.length === 0 ? null : { or: left };
}

/** Asked for together where only the last letter differs. */
async function termsInUse(db: Db, terms: readonly string[]): Promise<Set<string>> {
  const groups = [...Map.groupBy(terms, (term) => term.slice(0, -1)).values()];
  const ranges = groups.map((group) => rangeOf(group.toSorted()));
  const inUse = new Set<TermRange | undefined>(await rangesInUse(db, ranges));
  return new Set(groups.flatMap((group, at) => (inUse.has(ranges[at]) ? group : [])));
}

function rangeOf([first = "", ...others]: readonly string[]): TermRange {
  return { first, last: others.at(-1) ?? first };
}
