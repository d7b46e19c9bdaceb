import { disputeList, type DisputeQuery, disputeStatuses } from "#lib/disputes/list/dispute-list";
import type { ListedDispute } from "#lib/disputes/list/listed-dispute";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { AmountFilter } from "../../../_lists/amount-filter";
import { CurrencyFilter } from "../../../_lists/currency-filter";
import { DateFilter } from "../../../_lists/date-filter";
import type { FilterProps } from "../../../_lists/filter-form";
import type { ListView } from "../../../_lists/list-view";
import { StatusFilter } from "../../../_lists/status-filter";
import { EmptyState } from "../../../_ui/empty-state";
import { disputeColumns } from "./dispute-columns";
import { QueueFilters } from "./queue-filters";

/** Disputes and inquiries as people see them. */
export const disputeView: ListView<ListedDispute, DisputeQuery> = {
  source: disputeList,
  caption: ({ locale }) => translator(locale, "disputes")("caption"),
  shown: ({ locale }, count) => translator(locale, "disputes")("shown", { count }),
  columns: (viewer) => disputeColumns(viewer, "creation"),
  href: (viewer, { id }) => paths.dispute(viewer, id),
  filters: (props) => <DisputeFilters {...props} />,
  empty({ locale }) {
    const t = translator(locale, "disputes");
    return <EmptyState title={t("noneTitle")}>{t("none")}</EmptyState>;
  },
};

function DisputeFilters(filter: FilterProps<DisputeQuery>) {
  const { locale } = filter.viewer;
  const t = translator(locale, "disputes");
  return (
    <>
      <DateFilter {...filter} />
      <StatusFilter
        {...filter}
        label={translator(locale, "transactions")("state")}
        options={disputeStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
      />
      <QueueFilters {...filter} />
      <AmountFilter {...filter} />
      <CurrencyFilter {...filter} />
    </>
  );
}
