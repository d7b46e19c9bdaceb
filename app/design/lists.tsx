import { formatNumber, type TimeView } from "#lib/i18n/format";
import { type Translate, translator } from "#lib/i18n/translator";

import { Button, ButtonLink } from "../_ui/button";
import { CheckboxesField } from "../_ui/choice-field";
import { DateTime } from "../_ui/date-time";
import { EmptyState } from "../_ui/empty-state";
import { ChipLink, FilterChip, FilterChips } from "../_ui/filter-chip";
import { Money } from "../_ui/money";
import { Pagination } from "../_ui/pagination";
import { Section } from "../_ui/section";
import { Status } from "../_ui/status";
import { type Column, Table } from "../_ui/table";
import { Tabs } from "../_ui/tabs";
import { MoneyField } from "../_ui/text-field";
import { looks, payments, type Sample, statusKeys } from "./samples";

type PartProps = { t: Translate<"design">; view: TimeView };

export function Lists({ t, view }: PartProps) {
  const { locale } = view;
  const found = t("filters.found", { count: 482 });
  return (
    <Section title={t("sections.table")}>
      <div className="grid gap-3">
        <Tabs
          label={t("tabs.label")}
          tabs={[
            { href: "#a", label: t("tabs.payments"), count: formatNumber(20_314, locale), current: true },
            { href: "#b", label: t("tabs.refunds"), count: formatNumber(611, locale) },
            { href: "#c", label: t("tabs.disputes") },
          ]}
        />
        <Filters t={t} view={view} found={found} />
        <Table
          caption={t("tabs.payments")}
          columns={columns(t, view)}
          rows={payments}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `#${id}`}
        />
      </div>
      <Pagination
        locale={locale}
        summary={t("filters.shown", { shown: payments.length, count: 482 })}
        newerHref="#newer"
        olderHref="#older"
        continueFrom={{ href: "#continue", date: "3 Nov" }}
      />
    </Section>
  );
}

function columns(t: Translate<"design">, view: TimeView): Column<Sample>[] {
  return [
    {
      key: "amount",
      label: t("columns.amount"),
      align: "end",
      card: "title",
      cell: ({ amount, currency }) => <Money amount={amount} currency={currency} locale={view.locale} />,
    },
    {
      key: "status",
      label: t("columns.status"),
      card: "state",
      cell: ({ status }) => <Status {...looks[status]}>{t(`status.${status}`)}</Status>,
    },
    {
      key: "customer",
      label: t("columns.customer"),
      card: "detail",
      cell: ({ customer }) => customer ?? <span className="text-soft">{t("guest")}</span>,
    },
    { key: "method", label: t("columns.method"), tone: "quiet", card: "none", cell: ({ method }) => method },
    {
      key: "date",
      label: t("columns.date"),
      align: "end",
      tone: "quiet",
      card: "moment",
      cell: ({ at }) => <DateTime at={at} view={view} />,
    },
  ];
}

function Filters({ t, view, found }: PartProps & { found: string }) {
  const common = translator(view.locale, "common");
  const apply = <Button tone="primary">{common("apply")}</Button>;
  return (
    <FilterChips aside={found}>
      <FilterChip label={t("filters.date")} value={t("filters.lastWeek")}>
        <form className="grid gap-3" action="/design">
          {apply}
        </form>
      </FilterChip>
      <FilterChip label={t("filters.status")}>
        <form className="grid gap-3" action="/design">
          <CheckboxesField
            name="status"
            label={t("filters.status")}
            options={statusKeys.slice(0, 4).map((value) => ({ value, label: t(`status.${value}`) }))}
            defaultValues={["succeeded"]}
          />
          {apply}
        </form>
      </FilterChip>
      <FilterChip label={t("filters.amount")}>
        <form className="grid gap-3" action="/design">
          <MoneyField name="amount_from" label={t("filters.from")} currency="eur" />
          <MoneyField name="amount_to" label={t("filters.to")} currency="eur" />
          {apply}
        </form>
      </FilterChip>
      <ChipLink href="/design">{common("clear")}</ChipLink>
    </FilterChips>
  );
}

export function Empty({ t }: { t: Translate<"design"> }) {
  return (
    <Section title={t("sections.empty")}>
      <EmptyState
        title={t("empty.title")}
        action={<ButtonLink href="#content">{t("empty.action")}</ButtonLink>}
      >
        {t("empty.text")}
      </EmptyState>
    </Section>
  );
}
