import { agentsWork, type RefundWork, workPeriods, type WorkPeriod } from "#lib/desk/agents-work";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import type { QueryParams } from "#lib/lists/read-params";
import { paths } from "#lib/paths";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { EmptyState } from "../../../_ui/empty-state";
import { Page } from "../../../_ui/page-header";
import { Section } from "../../../_ui/section";
import { type Column, Table } from "../../../_ui/table";
import { Tabs } from "../../../_ui/tabs";
import { moneyOf } from "../../../_words/money-of";
import { DeskHeader } from "../desk-header";
import { periodIn } from "./period-in";
import { Quickness } from "./quickness";
import { refundsAddress } from "./refunds-address";
import { workerName } from "./worker-name";

type WorkPageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

export const generateMetadata = pageTitle((locale) => translator(locale, "desk")("workTitle"));

/** For who leads the desk: what was refunded by whom and why, and how quickly things were decided. */
export default async function WorkPage({ params, searchParams }: WorkPageProps) {
  const viewer = await pageViewer((await params).environment);
  const period = periodIn(await searchParams);
  const work = await agentsWork(viewer, period);
  const t = translator(viewer.locale, "desk");
  const lists = translator(viewer.locale, "lists");
  return (
    <Page>
      <DeskHeader viewer={viewer} current="work" />
      <Tabs
        label={t("period")}
        tabs={workPeriods.map((each) => ({
          href: `${paths.agentsWork(viewer)}?period=${each}`,
          label: lists(`period.${each}`),
          current: each === period,
        }))}
      />
      <Section title={t("workRefunds")}>
        <p className="text-soft">{t("workRefundsText")}</p>
        {work.refunds.length === 0 ? (
          <EmptyState title={t("noWorkTitle")}>{t("noWork")}</EmptyState>
        ) : (
          <Table
            caption={t("workRefunds")}
            columns={columnsFor(viewer, period)}
            rows={work.refunds}
            rowKey={({ by }) => `${by.type} ${by.id}`}
            rowHref={({ by }) => refundsAddress(viewer, { period, by: by.id ?? "none" })}
          />
        )}
      </Section>
      <Quickness viewer={viewer} work={work} period={period} />
    </Page>
  );
}

const reasons = ["requested_by_customer", "duplicate", "fraudulent", "other"] as const;

function columnsFor(viewer: Viewer, period: WorkPeriod): Column<RefundWork>[] {
  const t = translator(viewer.locale, "desk");
  const named = translator(viewer.locale, "approvals");
  return [
    { key: "who", label: t("who"), card: "title", cell: ({ by }) => workerName(viewer, by) },
    {
      key: "amount",
      label: t("refundedAmount"),
      align: "end",
      card: "state",
      cell: ({ amount }) => moneyOf(viewer, amount, viewer.environment.currency),
    },
    { key: "count", label: t("count"), align: "end", cell: ({ count }) => count },
    ...reasons.map((reason): Column<RefundWork> => ({
      key: reason,
      label: named(`reasons.${reason}`),
      align: "end",
      cell: ({ by, reasons: counts }) =>
        counts[reason] === 0 ? (
          0
        ) : (
          <a
            className="relative z-10 underline underline-offset-2"
            href={refundsAddress(viewer, { period, by: by.id ?? "none", reason })}
          >
            {counts[reason]}
          </a>
        ),
    })),
  ];
}
