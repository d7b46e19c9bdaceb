import { isCurrency, toDecimalString } from "#lib/money";
import type { Statement } from "./read-statement.ts";

/** A statement as rows of a file, headings first: plain decimals, one line a category. */
export function statementRows({ month, currencies }: Statement): string[][] {
  return [
    ["month", "currency", "line", "count", "amount", "fee", "net"],
    ...currencies.flatMap(({ currency, opening, activity, closing }) => {
      const plain = (amount: number) =>
        isCurrency(currency) ? toDecimalString({ amount, currency }) : String(amount);
      return [
        [month, currency, "opening_balance", "", "", "", plain(opening)],
        ...activity.map(({ category, count, amount, fee, net }) => [
          month,
          currency,
          category,
          String(count),
          plain(amount),
          plain(fee),
          plain(net),
        ]),
        [month, currency, "closing_balance", "", "", "", plain(closing)],
      ];
    }),
  ];
}
