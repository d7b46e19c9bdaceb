import type { Locale } from "#lib/i18n/locale";
import { formatMoney } from "#lib/i18n/format";
import { type Translate, translator } from "#lib/i18n/translator";
import { type Currency, isCurrency, toDecimalString } from "#lib/money";
import type { Amounts } from "#lib/lists/filters/amount-filter";
import { MoneyField } from "../_ui/text-field";
import { FilterForm, type FilterProps } from "./filter-form";

const fields = [
  { name: "amount", label: "exactly", part: "amount" },
  { name: "amount_from", label: "amountFrom", part: "amountFrom" },
  { name: "amount_to", label: "amountTo", part: "amountTo" },
] as const;

/**
 * How much was asked for, in the currency filtered by, else in the account's own. `signed`: it may be below zero, and a
 * phone's keys for figures have no minus.
 */
export function AmountFilter<Query extends Amounts>({
  viewer,
  place,
  query,
  signed,
}: FilterProps<Query> & { signed?: true }) {
  const { locale, environment } = viewer;
  const t = translator(locale, "lists");
  const own = isCurrency(environment.currency) ? environment.currency : "eur";
  const currency = query.currency ?? own;
  return (
    <FilterForm
      viewer={viewer}
      place={place}
      label={t("filter.amount")}
      value={amountInWords(query, t, locale)}
      others={{ ...query, amount: null, amountFrom: null, amountTo: null }}
    >
      {fields.map(({ name, label, part }) => (
        <MoneyField
          key={name}
          name={name}
          label={t(`filter.${label}`)}
          currency={currency}
          attributes={{
            defaultValue: typed(query[part], currency, locale),
            ...(signed && { inputMode: "text" }),
          }}
        />
      ))}
    </FilterForm>
  );
}

function amountInWords(
  { amount, amountFrom, amountTo, currency }: Amounts,
  t: Translate<"lists">,
  locale: Locale,
): string | null {
  if (!currency) return null;
  const money = (minorUnits: number) => formatMoney(minorUnits, currency, locale);
  if (amount !== null) return money(amount);
  if (amountFrom !== null && amountTo !== null) {
    return `${money(amountFrom)} – ${money(amountTo)}`;
  }
  if (amountFrom !== null) return t("filter.atLeast", { amount: money(amountFrom) });
  return amountTo === null ? null : t("filter.atMost", { amount: money(amountTo) });
}

/** As the person would type it. */
function typed(amount: number | null, currency: Currency, locale: Locale): string | undefined {
  if (amount === null) return undefined;
  const text = toDecimalString({ amount, currency });
  return locale === "fr" ? text.replace(".", ",") : text;
}
