import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { type ShippingRateQuery, shippingRateList } from "#lib/shipping-rates/shipping-rate-list";
import type { ShippingRateRow } from "#lib/shipping-rates/wire";
import { AmountFilter } from "../../../_lists/amount-filter";
import { CurrencyFilter } from "../../../_lists/currency-filter";
import type { ListColumn } from "../../../_lists/list-view";
import { catalogueView } from "../_list/catalogue-view";
import { ActivityState } from "../_parts/activity-state";
import { moneyInWords } from "../_parts/money-words";
import { estimateInWords } from "./shipping-words";

/** Shipping rates as people see them. */
export const shippingRateView = catalogueView<ShippingRateRow, ShippingRateQuery>({
  source: shippingRateList,
  words: "shippingRates",
  columns,
  one: paths.shippingRate,
  edit: paths.editShippingRate,
  add: paths.newShippingRate,
  filters: (props) => (
    <>
      <AmountFilter {...props} />
      <CurrencyFilter {...props} />
    </>
  ),
});

function columns({ locale }: Viewer): ListColumn<ShippingRateRow>[] {
  const t = translator(locale, "shippingRates");
  return [
    { key: "name", label: t("name"), card: "title", cell: ({ displayName }) => displayName },
    {
      key: "state",
      label: t("state"),
      card: "state",
      cell: ({ active }) => <ActivityState locale={locale} active={active} />,
    },
    {
      key: "amount",
      label: t("amount"),
      align: "end",
      card: "detail",
      cell: ({ amount, currency }) => moneyInWords(amount, currency, locale),
    },
    { key: "estimate", label: t("estimate"), cell: (rate) => estimateInWords(rate, locale) },
  ];
}
