import type { CustomerQuery } from "#lib/customers/list/customer-list";
import { buyers, whether } from "#lib/customers/list/filters";
import { formatDate, formatMoney } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { toDecimalString } from "#lib/money";
import { FilterForm, type FilterProps } from "../../../_lists/filter-form";
import { RadioFilter } from "../../../_lists/radio-filter";
import { SelectField } from "../../../_ui/choice-field";
import { MoneyField, TextField } from "../../../_ui/text-field";

/** By what their payments come to, for who may see payments. */
export function FigureFilters(filter: FilterProps<CustomerQuery>) {
  return (
    <>
      <BuyersFilter {...filter} />
      <SpendFilter {...filter} />
      <TroubleFilter {...filter} of="refunds" />
      <TroubleFilter {...filter} of="disputes" />
      <LastPaidFilter {...filter} />
    </>
  );
}

type TroubleFilterProps = FilterProps<CustomerQuery> & { of: "refunds" | "disputes" };

function TroubleFilter({ viewer, place, query, of }: TroubleFilterProps) {
  const t = translator(viewer.locale, "customers");
  return (
    <RadioFilter
      {...{ viewer, place }}
      name={of}
      label={t(`spending.${of}`)}
      options={whether.map((value) => ({ value, label: t(`list.${of}.${value}`) }))}
      chosen={query[of]}
      others={{ ...query, [of]: null }}
    />
  );
}

function LastPaidFilter({ viewer, place, query }: FilterProps<CustomerQuery>) {
  const t = translator(viewer.locale, "customers");
  const words = translator(viewer.locale, "lists");
  const { paidFrom: from, paidTo: to } = query;
  const view = { locale: viewer.locale, timeZone: "UTC", now: viewer.now() };
  const day = (text: string) => formatDate(Date.parse(`${text}T12:00:00Z`), view);
  const since = from && words("filter.dayFrom", { day: day(from) });
  const until = to && words("filter.dayTo", { day: day(to) });
  return (
    <FilterForm
      {...{ viewer, place }}
      label={t("list.lastPayment")}
      value={from && to ? words("filter.between", { from: day(from), to: day(to) }) : since || until}
      others={{ ...query, paidFrom: null, paidTo: null }}
    >
      <TextField
        name="paid_from"
        label={words("filter.from")}
        attributes={{ type: "date", defaultValue: from ?? undefined }}
      />
      <TextField
        name="paid_to"
        label={words("filter.to")}
        attributes={{ type: "date", defaultValue: to ?? undefined }}
      />
    </FilterForm>
  );
}

function BuyersFilter({ viewer, place, query }: FilterProps<CustomerQuery>) {
  const t = translator(viewer.locale, "customers");
  return (
    <FilterForm
      {...{ viewer, place }}
      label={t("payments")}
      value={query.buyers && t(`list.buyers.${query.buyers}`)}
      others={{ ...query, buyers: null }}
    >
      <SelectField
        name="buyers"
        label={t("payments")}
        placeholder={t("list.anybody")}
        defaultValue={query.buyers ?? undefined}
        options={buyers.map((value) => ({ value, label: t(`list.buyers.${value}`) }))}
      />
    </FilterForm>
  );
}

function SpendFilter({ viewer, place, query }: FilterProps<CustomerQuery>) {
  const t = translator(viewer.locale, "customers");
  const { spendFrom, spendTo, spendCurrency: currency } = query;
  const typed = (amount: number | null) =>
    amount === null ? undefined : toDecimalString({ amount, currency });
  const said = (amount: number) => formatMoney(amount, currency, viewer.locale);
  const value = [
    spendFrom === null ? "" : t("list.spendFrom", { amount: said(spendFrom) }),
    spendTo === null ? "" : t("list.spendTo", { amount: said(spendTo) }),
  ];
  return (
    <FilterForm
      {...{ viewer, place }}
      label={t("spent")}
      value={value.filter(Boolean).join(", ") || null}
      others={{ ...query, spendFrom: null, spendTo: null }}
    >
      <MoneyField
        name="spend_from"
        label={t("list.atLeast")}
        currency={currency}
        attributes={{ defaultValue: typed(spendFrom) }}
      />
      <MoneyField
        name="spend_to"
        label={t("list.atMost")}
        currency={currency}
        attributes={{ defaultValue: typed(spendTo) }}
      />
    </FilterForm>
  );
}
