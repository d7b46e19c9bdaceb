import { hash } from "node:crypto";
import type { Expression } from "#db/search-index";

/** One in so many objects is a milestone: far enough apart to cost nothing, close enough to be reached within milliseconds. */
const spacing = 16_384;

/** Whether an object is one of those that every search stops at. */
export function isMilestone(id: string): boolean {
  return hash("sha1", id, "buffer").readUInt32BE() % spacing === 0;
}

/**
 * What fits, and every milestone. The full-text index comes back only when it has found something: where two things
 * hardly ever go together it would look through all there is, however near the end of the stretch it was asked for.
 */
export function withMilestones(asked: Expression, milestone: string): Expression {
  const expression = simplest(asked);
  const each = (parts: readonly Expression[]) => parts.map((part) => withMilestones(part, milestone));
  if ("all" in expression) return expression;
  if ("and" in expression) return { and: each(expression.and) };
  if ("not" in expression) return { not: { and: [expression.not, { not: { term: milestone } }] } };
  if ("or" in expression) {
    const parts = expression.or.map(simplest);
    const others = parts.filter((part) => !isTerm(part));
    return { or: [...parts.filter(isTerm), ...each(others), { term: milestone }] };
  }
  return { or: [expression, { term: milestone }] };
}

/** What stands alone among what all must hold. */
function simplest(expression: Expression): Expression {
  if (!("and" in expression)) return expression;
  const [only, ...more] = expression.and;
  return only && more.length === 0 ? simplest(only) : expression;
}

function isTerm(expression: Expression): boolean {
  return "term" in expression || "prefix" in expression;
}
