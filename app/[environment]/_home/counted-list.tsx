import type { Viewer } from "#lib/auth/viewer";
import { type Counted, type CountedKind, listCounted } from "#lib/figures/counted";
import { exactTotals } from "#lib/figures/exact-totals";
import type { Part } from "#lib/figures/part";
import type { OverviewQuery } from "#lib/figures/overview-query";
import type { TileName } from "#lib/home/overview-tiles";
import { translator } from "#lib/i18n/translator";
import type { PageRequest } from "#lib/lists/read-page";
import { currencyOf } from "#lib/money";
import { paths } from "#lib/paths";
import { addressOf, type ListPlace, type Turn } from "../../_lists/list-place";
import { lookedUntil } from "../../_lists/looked-until";
import { DateTime } from "../../_ui/date-time";
import { Money } from "../../_ui/money";
import { Pagination } from "../../_ui/pagination";
import { Section } from "../../_ui/section";
import { type Column, Table } from "../../_ui/table";
import { moneyOf } from "../../_words/money-of";

/** What each figure is made up of. */
const countedBy: Record<TileName, CountedKind> = {
  gross: "payments",
  net: "transactions",
  payments: "payments",
  average: "payments",
  customers: "customers",
  refunds: "refunds",
  successRate: "tried",
  failures: "failures",
  disputes: "disputes",
  disputeRate: "disputes",
  fees: "fees",
  country: "payments",
  method: "payments",
  brand: "payments",
  reason: "failures",
  topCustomers: "spending",
};

type ListProps = {
  viewer: Viewer;
  figure: TileName;
  part?: Part;
  /** The page that the list stands on. */
  place: ListPlace<OverviewQuery>;
  query: OverviewQuery;
  turn: PageRequest;
};

/** Everything that a figure or a part of it counts, and what it comes to in each currency, to the cent. */
export async function CountedList({ viewer, figure, part, place, query, turn }: ListProps) {
  const t = translator(viewer.locale, "home");
  const kind = countedBy[figure];
  const asked = { period: query.period, ...(part && { part }) };
  const page = await listCounted(viewer, kind, { ...asked, page: turn });
  const totals = await exactTotals(viewer, kind, asked);
  const { continueFrom } = page;
  const { currency: own } = viewer.environment;
  const at = (to?: Turn) => addressOf(place, query, to);
  return (
    <Section
      title={t(`counted.${kind}`)}
      aside={totals.map(({ currency, amount }) => moneyOf(viewer, amount, currency)).join(" · ")}
    >
      {totals.some(({ currency }) => currency !== own) && (
        <p className="text-soft">{t("exact", { currency: own.toUpperCase() })}</p>
      )}
      {page.rows.length === 0 ? (
        !continueFrom && <p className="text-soft">{t("nothing")}</p>
      ) : (
        <Table
          caption={t(`counted.${kind}`)}
          columns={columnsFor(viewer, kind)}
          rows={page.rows}
          rowKey={({ id }) => id}
          rowHref={(row) => hrefOf(viewer, kind, row)}
        />
      )}
      <Pagination
        locale={viewer.locale}
        summary={t("shown", { count: page.rows.length })}
        newerHref={turn.from && (page.newer ? at({ before: page.newer }) : at())}
        olderHref={page.older && at({ after: page.older })}
        continueFrom={
          continueFrom && {
            href: at({ after: continueFrom }),
            date: lookedUntil(viewer, "newest", continueFrom),
          }
        }
      />
    </Section>
  );
}

function columnsFor(viewer: Viewer, kind: CountedKind): Column<Counted>[] {
  const t = translator(viewer.locale, "home");
  const { locale, environment } = viewer;
  const view = { locale, timeZone: environment.timeZone, now: viewer.now() };
  const amount: Column<Counted> = {
    key: "amount",
    label: kind === "spending" ? t("spent") : t("amount"),
    align: "end",
    card: "state",
    cell: (row) =>
      row.amount !== null &&
      row.currency !== null && (
        <Money amount={row.amount} currency={currencyOf(row.currency)} locale={locale} />
      ),
  };
  return [
    { key: "id", label: t("id"), card: "title", cell: ({ id, subject }) => <code>{subject ?? id}</code> },
    {
      key: "at",
      label: t("when"),
      card: "moment",
      cell: ({ createdAt }) => <DateTime at={createdAt} view={view} />,
    },
    ...(kind === "customers" ? [] : [amount]),
  ];
}

function hrefOf(viewer: Viewer, kind: CountedKind, { subject }: Counted): string | undefined {
  if (subject === null) return undefined;
  if (kind === "customers") return paths.customer(viewer, subject);
  return kind === "disputes" ? paths.dispute(viewer, subject) : paths.payment(viewer, subject);
}
