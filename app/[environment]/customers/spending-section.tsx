import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { Figures as FiguresOf } from "#lib/customers/figures/figures";
import { type Spending, spendingOf } from "#lib/customers/figures/spending";
import { formatDate, formatMoney, formatMonth, formatNumber } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { currencyOf, toDecimalString } from "#lib/money";
import { Chart } from "../../_ui/chart";
import { Figures } from "../../_ui/figures";
import { Section } from "../../_ui/section";
import { timeViewOf } from "../../_words/time-view-of";

type SpendingSectionProps = {
  viewer: Viewer;
  figures: FiguresOf;
  whose: Parameters<typeof spendingOf>[1];
};

/** What somebody's payments come to, and how that came about month by month. */
export async function SpendingSection({ viewer, figures, whose }: SpendingSectionProps) {
  if (!may(viewer, "payments:read") || figures.paymentCount === 0) return null;
  const spending = await spendingOf(viewer, whose);
  const { locale } = viewer;
  const t = translator(locale, "customers");
  const number = (count: number) => formatNumber(count, locale);
  return (
    <Section title={t("spending.title")}>
      <Figures
        figures={[
          { key: "spent", label: t("spent"), value: <Sums viewer={viewer} spending={spending} /> },
          {
            key: "payments",
            label: t("payments"),
            value: number(figures.paymentCount),
            note: daysOf(viewer, figures),
          },
          { key: "refunds", label: t("spending.refunds"), value: number(figures.refundCount) },
          { key: "disputes", label: t("spending.disputes"), value: number(figures.disputeCount) },
        ]}
      />
      <MonthChart viewer={viewer} spending={spending} />
    </Section>
  );
}

/** From the first payment to the last; one day is said once. */
function daysOf(viewer: Viewer, { firstPaymentAt, lastPaymentAt }: FiguresOf): string {
  const view = timeViewOf(viewer);
  const first = formatDate(firstPaymentAt, view);
  const last = formatDate(lastPaymentAt, view);
  return first === last ? first : translator(viewer.locale, "customers")("spending.since", { first, last });
}

function Sums({ viewer, spending }: { viewer: Viewer; spending: Spending }) {
  return spending.sums.map(({ currency, amount }) => (
    <div key={currency}>{formatMoney(amount, currencyOf(currency), viewer.locale)}</div>
  ));
}

function MonthChart({ viewer, spending: { sums, months } }: { viewer: Viewer; spending: Spending }) {
  const [main] = sums;
  if (!main) return null;
  const currency = currencyOf(main.currency);
  const { locale } = viewer;
  const t = translator(locale, "customers");
  return (
    <Chart
      id="spending"
      locale={locale}
      caption={t("spending.caption", { currency: currency.toUpperCase() })}
      axis={t("spending.month")}
      labels={months.map(({ at }) => formatMonth(at, { locale, timeZone: viewer.timeZone }))}
      series={[
        {
          label: t("spent"),
          values: months.map(({ amount }) => Number(toDecimalString({ amount, currency }))),
          shown: months.map(({ amount }) => formatMoney(amount, currency, locale)),
        },
      ]}
    />
  );
}
