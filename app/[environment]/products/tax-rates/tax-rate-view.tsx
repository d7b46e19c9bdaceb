import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { type TaxRateQuery, taxRateList } from "#lib/tax-rates/tax-rate-list";
import type { TaxRateRow } from "#lib/tax-rates/wire";
import { CountryFilter } from "../../../_lists/country-filter";
import type { ListColumn } from "../../../_lists/list-view";
import { catalogueView } from "../_list/catalogue-view";
import { ActivityState } from "../_parts/activity-state";
import { rateInWords, regionInWords, typeInWords } from "./rate-words";

/** Tax rates as people see them. */
export const taxRateView = catalogueView<TaxRateRow, TaxRateQuery>({
  source: taxRateList,
  words: "taxRates",
  columns,
  one: paths.taxRate,
  edit: paths.editTaxRate,
  add: paths.newTaxRate,
  filters: (props) => <CountryFilter {...props} />,
});

function columns({ locale }: Viewer): ListColumn<TaxRateRow>[] {
  const t = translator(locale, "taxRates");
  return [
    { key: "rate", label: t("rate"), card: "title", cell: (rate) => rateInWords(rate, locale) },
    {
      key: "state",
      label: t("state"),
      card: "state",
      cell: ({ active }) => <ActivityState locale={locale} active={active} />,
    },
    {
      key: "inclusive",
      label: t("inPrices"),
      cell: ({ inclusive }) => (inclusive ? t("inclusive") : t("exclusive")),
    },
    { key: "type", label: t("type"), tone: "quiet", cell: ({ taxType }) => typeInWords(taxType, locale) },
    { key: "region", label: t("region"), card: "detail", cell: (rate) => regionInWords(rate, locale) },
    {
      key: "description",
      label: t("description"),
      tone: "quiet",
      card: "none",
      cell: ({ description }) => description,
    },
  ];
}
