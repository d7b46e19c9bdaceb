import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { type CustomerQuery, customerList } from "#lib/customers/list/customer-list";
import type { ListedCustomer } from "#lib/customers/list/listed-customer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { CountryFilter } from "../../../_lists/country-filter";
import { DateFilter } from "../../../_lists/date-filter";
import type { FilterProps } from "../../../_lists/filter-form";
import type { ListView, RowAct } from "../../../_lists/list-view";
import { TextFilter } from "../../../_lists/text-filter";
import { ButtonLink } from "../../../_ui/button";
import { EmptyState } from "../../../_ui/empty-state";
import { customerColumns } from "./customer-columns";
import { FigureFilters } from "./figure-filters";

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
      {may(filter.viewer, "payments:read") && <FigureFilters {...filter} />}
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
