import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { currencyOf } from "#lib/money";
import type { ListColumn } from "../../../_lists/list-view";
import { Money } from "../../../_ui/money";

/** What a payout or a top-up comes to. */
export function amountColumn<Row extends { amount: number; currency: string }>({
  locale,
}: Viewer): ListColumn<Row> {
  return {
    key: "amount",
    label: translator(locale, "balances")("amount"),
    card: "title",
    align: "end",
    cell: ({ amount, currency }) => <Money amount={amount} currency={currencyOf(currency)} locale={locale} />,
  };
}
