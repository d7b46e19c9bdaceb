import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import {
  activityList,
  type ActivityQuery,
  feeList,
  type ListedActivity,
  reportingCategories,
} from "#lib/ledger/list/activity-list";
import { paths } from "#lib/paths";
import { AmountFilter } from "../../../_lists/amount-filter";
import { ChoiceFilter } from "../../../_lists/choice-filter";
import { CurrencyFilter } from "../../../_lists/currency-filter";
import { DateFilter } from "../../../_lists/date-filter";
import type { FilterProps } from "../../../_lists/filter-form";
import type { ListColumn, ListView } from "../../../_lists/list-view";
import { TextFilter } from "../../../_lists/text-filter";
import { sourcePath } from "../../../_payments/source-path";
import { ButtonLink } from "../../../_ui/button";
import { DateTime } from "../../../_ui/date-time";
import { EmptyState } from "../../../_ui/empty-state";
import { Money } from "../../../_ui/money";
import { categoryWords } from "../../balances/words";
import { dateColumn, idColumn } from "./common-columns";

type ActivityView = ListView<ListedActivity, ActivityQuery>;

const common: Omit<ActivityView, "source" | "columns"> = {
  caption: ({ locale }) => translator(locale, "transactions")("activityCaption"),
  shown: ({ locale }, count) => translator(locale, "transactions")("activityShown", { count }),
  href: sourcePath,
  filters: (props) => <ActivityFilters {...props} />,
  empty(viewer) {
    const t = translator(viewer.locale, "transactions");
    const action = may(viewer, "payments:read") && (
      <ButtonLink href={paths.transactions(viewer)}>{t("noActivityAction")}</ButtonLink>
    );
    return (
      <EmptyState title={t("noActivityTitle")} action={action}>
        {t("noActivity")}
      </EmptyState>
    );
  },
};

/** All that moved the balance, each row leading to what did. */
export const activityView: ActivityView = {
  ...common,
  source: activityList,
  columns: (viewer) => [
    ...whatColumns(viewer),
    moneyColumn(viewer, "amount", "gross"),
    moneyColumn(viewer, "fee", "fees"),
    moneyColumn(viewer, "net", "net"),
    ...whenColumns(viewer),
  ],
};

/** What it cost. */
export const feeView: ActivityView = {
  ...common,
  source: feeList,
  columns: (viewer) => [
    ...whatColumns(viewer),
    moneyColumn(viewer, "amount", "gross"),
    {
      ...moneyColumn(viewer, "cost", "fees"),
      label: translator(viewer.locale, "transactions")("cost"),
    },
    ...whenColumns(viewer),
  ],
};

function ActivityFilters(filter: FilterProps<ActivityQuery>) {
  const { viewer, place, query } = filter;
  const t = translator(viewer.locale, "balances");
  return (
    <>
      <DateFilter {...filter} />
      <ChoiceFilter
        {...{ viewer, place }}
        name="category"
        label={t("kind")}
        options={reportingCategories.map((value) => ({ value, label: categoryWords(viewer, value) }))}
        chosen={query.categories}
        others={{ ...query, categories: [] }}
      />
      <TextFilter
        {...{ viewer, place }}
        name="payout"
        label={t("payout")}
        hint={t("payoutHint")}
        value={query.payout}
        others={{ ...query, payout: null }}
      />
      <AmountFilter {...filter} signed />
      <CurrencyFilter {...filter} />
    </>
  );
}

function whatColumns(viewer: Viewer): ListColumn<ListedActivity>[] {
  const t = translator(viewer.locale, "balances");
  return [
    {
      key: "kind",
      label: t("kind"),
      card: "title",
      cell: ({ reportingCategory }) => categoryWords(viewer, reportingCategory),
    },
    {
      key: "description",
      label: t("description"),
      card: "detail",
      tone: "quiet",
      cell: ({ description }) => description,
    },
  ];
}

function moneyColumn(
  { locale }: Viewer,
  key: "amount" | "fee" | "net" | "cost",
  label: "gross" | "fees" | "net",
): ListColumn<ListedActivity> {
  return {
    key,
    label: translator(locale, "balances")(label),
    align: "end",
    cell: (row) => <Money amount={row[key]} currency={row.currency} locale={locale} />,
  };
}

function whenColumns(viewer: Viewer): ListColumn<ListedActivity>[] {
  const { locale, timeZone } = viewer;
  const t = translator(locale, "transactions");
  const view = { locale, timeZone, now: viewer.now() };
  return [
    dateColumn(viewer),
    {
      key: "available",
      label: translator(locale, "balances")("available"),
      extra: true,
      tone: "quiet",
      cell: ({ availableOn }) => <DateTime at={availableOn} view={view} as="date" />,
    },
    {
      key: "source",
      label: t("source"),
      extra: true,
      tone: "quiet",
      cell: ({ sourceId }) => <code>{sourceId}</code>,
    },
    idColumn(viewer),
  ];
}
