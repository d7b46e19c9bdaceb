import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { topupList, type TopupQuery, topupStatuses } from "#lib/topups/topup-list";
import type { TopupRow } from "#lib/topups/wire";
import { AmountFilter } from "../../../_lists/amount-filter";
import { CurrencyFilter } from "../../../_lists/currency-filter";
import { DateFilter } from "../../../_lists/date-filter";
import type { FilterProps } from "../../../_lists/filter-form";
import type { ListColumn, ListView } from "../../../_lists/list-view";
import { StatusFilter } from "../../../_lists/status-filter";
import { ButtonLink } from "../../../_ui/button";
import { DateTime } from "../../../_ui/date-time";
import { EmptyState } from "../../../_ui/empty-state";
import { Status } from "../../../_ui/status";
import { timeViewOf } from "../../../_words/time-view-of";
import { bankDaysOf, topupLooks } from "../words";
import { amountColumn } from "./amount-column";

/** Top-ups as people see them. */
export const topupView: ListView<TopupRow, TopupQuery> = {
  source: topupList,
  caption: ({ locale }) => translator(locale, "balances")("topup.all"),
  shown: ({ locale }, count) => translator(locale, "balances")("topup.shown", { count }),
  columns: topupColumns,
  href: (viewer, { id }) => paths.topup(viewer, id),
  filters: (props) => <TopupFilters {...props} />,
  empty(viewer) {
    const t = translator(viewer.locale, "balances");
    const add = may(viewer, "topups:write") && (
      <ButtonLink href={paths.newTopup(viewer)}>{t("topup.add")}</ButtonLink>
    );
    return (
      <EmptyState title={t("topup.noneTitle")} action={add}>
        {t("topup.none")}
      </EmptyState>
    );
  },
};

function TopupFilters(filter: FilterProps<TopupQuery>) {
  const t = translator(filter.viewer.locale, "balances");
  return (
    <>
      <DateFilter {...filter} />
      <StatusFilter
        {...filter}
        label={t("status")}
        options={topupStatuses.map((value) => ({ value, label: t(`topup.status.${value}`) }))}
      />
      <AmountFilter {...filter} />
      <CurrencyFilter {...filter} />
    </>
  );
}

function topupColumns(viewer: Viewer): ListColumn<TopupRow>[] {
  const { locale } = viewer;
  const t = translator(locale, "balances");
  return [
    amountColumn(viewer),
    {
      key: "status",
      label: t("status"),
      card: "state",
      cell: ({ status }) => <Status {...topupLooks[status]}>{t(`topup.status.${status}`)}</Status>,
    },
    {
      key: "reference",
      label: t("topup.reference"),
      cell: ({ bankReference }) => <code>{bankReference}</code>,
    },
    {
      key: "description",
      label: t("description"),
      extra: true,
      tone: "quiet",
      cell: ({ description }) => description,
    },
    {
      key: "expected",
      label: t("topup.expected"),
      extra: true,
      tone: "quiet",
      cell: ({ expectedAvailabilityDate: at }) =>
        at !== null && <DateTime at={at} view={bankDaysOf(viewer)} as="date" />,
    },
    {
      key: "created",
      label: t("created"),
      card: "moment",
      sorts: ["newest", "oldest"],
      cell: ({ createdAt }) => <DateTime at={createdAt} view={timeViewOf(viewer)} as="when" />,
    },
    { key: "id", label: t("id"), extra: true, tone: "quiet", cell: ({ id }) => <code>{id}</code> },
  ];
}
