import type { ListSource, Sorted } from "#lib/lists/list-source";
import type { Listed } from "#lib/lists/read-page";

/**
 * A list of people that adds up what they spent, in the environment's currency, for who may see payments; for others
 * there are only its `open` orders, else where somebody stands would tell.
 */
export function bySpend<Row extends Listed, Query extends Sorted>(
  source: ListSource<Row, Query>,
  open: readonly string[],
): ListSource<Row, Query> {
  return {
    ...source,
    offers: (sort, { seesPayments }) => seesPayments || open.includes(sort),
    async sum(scope, query, reading) {
      const totals = await source.sum(scope, query, reading);
      const count = totals.reduce((sum, total) => sum + total.count, 0);
      if (!reading.seesPayments) return [{ currency: null, count, amount: 0 }];
      const amount = totals.reduce((sum, total) => sum + total.amount, 0);
      return count === 0 ? [] : [{ currency: reading.currency, count, amount }];
    },
  };
}
