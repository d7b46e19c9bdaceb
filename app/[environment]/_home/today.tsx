import type { Viewer } from "#lib/auth/viewer";
import { payoutTimeZone } from "#lib/balance-settings/next-payout";
import { may } from "#lib/auth/permissions";
import { type MetricName, metricOf } from "#lib/figures/metrics";
import { type Drawn, overviewOf } from "#lib/figures/overview";
import { namedPeriod } from "#lib/figures/period";
import { dayAt } from "#lib/calendar";
import { formatDate } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { balanceOverview } from "#lib/payouts/balance-overview";
import { type Figure, Figures } from "../../_ui/figures";
import { Section } from "../../_ui/section";
import { moneyOf } from "../../_words/money-of";
import { showValue } from "./show-value";

const told: MetricName[] = ["gross", "payments", "customers"];

/** Today against yesterday, what there is in the balance, and when it is paid out. */
export async function Today({ viewer }: { viewer: Viewer }) {
  const t = translator(viewer.locale, "home");
  const figures = [...(await figuresOfToday(viewer)), ...(await figuresOfBalance(viewer))];
  if (figures.length === 0) return null;
  return (
    <Section title={t("today")} aside={<a href={`${paths.home(viewer)}?period=today`}>{t("byHour")}</a>}>
      <Figures figures={figures} />
    </Section>
  );
}

async function figuresOfToday(viewer: Viewer): Promise<Figure[]> {
  const { timeZone } = viewer.environment;
  const calendar = { timeZone, now: viewer.now(), first: dayAt(viewer.now(), timeZone) };
  const period = namedPeriod("today", calendar);
  const shown = told.filter((name) => may(viewer, metricOf(name).needs));
  if (!period || shown.length === 0) return [];
  const { now, before } = await overviewOf(viewer, { period, step: "hour", comparison: "previous" });
  const t = translator(viewer.locale, "home");
  return shown.map((name) => ({
    key: name,
    label: t(`figures.${name}`),
    value: shownTotal(viewer, now, name),
    note: t("yesterday", { value: before ? shownTotal(viewer, before, name) : "–" }),
  }));
}

function shownTotal(viewer: Viewer, { curves }: Drawn, name: MetricName): string {
  return showValue(viewer, metricOf(name).unit, curves.find((curve) => curve.name === name)?.total ?? null);
}

async function figuresOfBalance(viewer: Viewer): Promise<Figure[]> {
  if (!may(viewer, "balance:read")) return [];
  const t = translator(viewer.locale, "home");
  const { currencies, nextPayoutAt, settings, isStopped } = await balanceOverview(viewer);
  const [own, ...others] = currencies;
  if (!own) return [];
  const elsewhere = others.filter(({ available }) => available !== 0);
  const view = { locale: viewer.locale, timeZone: payoutTimeZone(settings), now: viewer.now() };
  const without = isStopped ? t("payoutsStopped") : t("byHand");
  return [
    {
      key: "balance",
      label: t("available"),
      value: moneyOf(viewer, own.available, own.currency),
      note: elsewhere.map(({ available, currency }) => moneyOf(viewer, available, currency)).join(" · "),
    },
    {
      key: "payout",
      label: t("nextPayout"),
      value: nextPayoutAt === null ? "–" : formatDate(nextPayoutAt, view),
      note: <a href={paths.balances(viewer)}>{nextPayoutAt === null ? without : t("toBalances")}</a>,
    },
  ];
}
