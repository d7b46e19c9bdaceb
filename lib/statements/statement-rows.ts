import { lastDay } from "#lib/figures/overview-query";
import { isCurrency, toDecimalString } from "#lib/money";
import type { BalanceActivity } from "./read-activity.ts";
import type { Statement } from "./read-statement.ts";
import type { StatementOf } from "./sum-activity.ts";

const columns = ["currency", "line", "count", "amount", "fee", "net"];

/** A statement as rows of a file, headings first: plain decimals, one line a category. */
export function statementRows({ month, currencies }: Statement): string[][] {
  return rowsOf({ month }, currencies);
}

/** The same of days of one's own. */
export function activityRows({ period, currencies }: BalanceActivity): string[][] {
  return rowsOf({ from: period.from, to: lastDay(period) }, currencies);
}

/** Each row begins with what it is of. */
function rowsOf(of: Record<string, string>, currencies: StatementOf[]): string[][] {
  const lead = Object.values(of);
  return [
    [...Object.keys(of), ...columns],
    ...currencies.flatMap(({ currency, opening, activity, closing }) => {
      const plain = (amount: number) =>
        isCurrency(currency) ? toDecimalString({ amount, currency }) : String(amount);
      return [
        [...lead, currency, "opening_balance", "", "", "", plain(opening)],
        ...activity.map(({ category, count, amount, fee, net }) => [
          ...lead,
          currency,
          category,
          String(count),
          plain(amount),
          plain(fee),
          plain(net),
        ]),
        [...lead, currency, "closing_balance", "", "", "", plain(closing)],
      ];
    }),
  ];
}
