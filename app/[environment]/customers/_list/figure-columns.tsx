import type { Viewer } from "#lib/auth/viewer";
import { formatNumber } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { currencyOf } from "#lib/money";
import type { ListColumn } from "../../../_lists/list-view";
import { Money } from "../../../_ui/money";

/** What somebody's payments come to, customer or guest. */
export function spendColumn<Row extends { spend: number }>({ locale, environment }: Viewer): ListColumn<Row> {
  return {
    key: "spend",
    label: translator(locale, "customers")("spent"),
    align: "end",
    sorts: ["largest", "smallest"],
    cell: ({ spend }) => <Money amount={spend} currency={currencyOf(environment.currency)} locale={locale} />,
  };
}

/** How many they are. */
export function paymentCountColumn<Row extends { paymentCount: number }>({
  locale,
}: Viewer): ListColumn<Row> {
  return {
    key: "payments",
    label: translator(locale, "customers")("payments"),
    align: "end",
    cell: ({ paymentCount }) => formatNumber(paymentCount, locale),
  };
}
