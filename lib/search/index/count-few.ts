import type { Db } from "#db/engine/engine";
import { countHaving, type Expression } from "#db/search-index";
import type { Stretch } from "../stretches.ts";

/** So few that the index goes from one to the next, however many documents there are beside them. */
export const few = 200;

/** How many documents of a span can fit at most; beyond `few` it is not said how many. */
export async function countFew(db: Db, expression: Expression, span: Stretch): Promise<number> {
  if ("term" in expression || "prefix" in expression) return countHaving(db, expression, span, few + 1);
  if ("and" in expression) return fewestOf(db, expression.and, span);
  if ("or" in expression) return sumOf(db, expression.or, span);
  return few + 1;
}

async function fewestOf(db: Db, parts: readonly Expression[], span: Stretch): Promise<number> {
  for (const part of parts) {
    const count = await countFew(db, part, span);
    if (count <= few) return count;
  }
  return few + 1;
}

async function sumOf(db: Db, parts: readonly Expression[], span: Stretch): Promise<number> {
  let sum = 0;
  for (const part of parts) {
    sum += await countFew(db, part, span);
    if (sum > few) break;
  }
  return sum;
}
