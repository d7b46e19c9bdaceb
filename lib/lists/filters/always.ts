import type { Condition, Filter } from "./filter.ts";

/** What is asked of every row, and nobody's to choose: such as that it was not deleted. */
export function always(condition: Condition): Filter<object> {
  return { params: [], read: () => ({}), write: () => ({}), conditions: () => [condition] };
}
