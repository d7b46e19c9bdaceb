import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { type CustomerQuery, customerList } from "#lib/customers/list/customer-list";
import { buyers } from "#lib/customers/list/filters";
import type { ListedCustomer } from "#lib/customers/list/listed-customer";
import { formatMoney } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { toDecimalString } from "#lib/money";
import { paths } from "#lib/paths";
import { CountryFilter } from "../../../_lists/country-filter";
import { DateFilter } from "../../../_lists/date-filter";
import { FilterForm, type FilterProps } from "../../../_lists/filter-form";
import type { ListView, RowAct } from "../../../_lists/list-view";
import { TextFilter } from "../../../_lists/text-filter";
import { ButtonLink } from "../../../_ui/button";
import { SelectField } from "../../../_ui/choice-field";
import { EmptyState } from "../../../_ui/empty-state";
import { MoneyField } from "../../../_ui/text-field";
import { customerColumns } from "./customer-columns";

/** Customers as people see them. */
export const customerView: ListView<ListedCustomer, CustomerQuery> = {
  source: customerList,
  caption: ({ locale }) => translator(locale, "customers")("caption"),
  shown: ({ locale }, count) => translator(locale, "customers")("shown", { count }),
  columns: customerColumns,
  href: (viewer, { id }) => paths.customer(viewer, id),
  menu: actsOn,
  filters: (props) => <CustomerFilters {...props} />,
  empty(viewer) {
    const t = translator(viewer.locale, "customers");
    const action = may(viewer, "customers:write") && (
      <ButtonLink href={paths.newCustomer(viewer)} tone="primary">
        {t("add")}
      </ButtonLink>
    );
    return (
      <EmptyState title={t("emptyTitle")} action={action}>
        {t("empty")}
      </EmptyState>
    );
  },
};

function actsOn(viewer: Viewer, { id }: ListedCustomer): RowAct[] {
  const t = translator(viewer.locale, "customers");
  return [
    ...(may(viewer, "customers:write")
      ? [{ href: paths.editCustomer(viewer, id), label: t("edit"), icon: "pencil" as const }]
      : []),
    ...(may(viewer, "customers:delete")
      ? [{ href: paths.deleteCustomer(viewer, id), label: t("delete.action"), icon: "trash" as const }]
      : []),
  ];
}

function CustomerFilters(filter: FilterProps<CustomerQuery>) {
  return (
    <>
      <EmailFilter {...filter} />
      <DateFilter {...filter} />
      <CountryFilter {...filter} />
      {may(filter.viewer, "payments:read") && (
        <>
          <BuyersFilter {...filter} />
          <SpendFilter {...filter} />
        </>
      )}
    </>
  );
}

function EmailFilter({ viewer, place, query }: FilterProps<CustomerQuery>) {
  const t = translator(viewer.locale, "customers");
  return (
    <TextFilter
      {...{ viewer, place }}
      name="email"
      type="email"
      label={t("email")}
      hint={t("filterEmailHint")}
      value={query.email}
      others={{ ...query, email: null }}
    />
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
