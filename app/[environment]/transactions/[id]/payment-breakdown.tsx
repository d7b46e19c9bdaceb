import { formatDate, formatPercent, formatRate } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import type { BalanceTransactionRow } from "#lib/ledger/transactions";
import { type BreakdownLine, breakdownOf, type PaymentBreakdown as Figures } from "#lib/payments/breakdown";
import { type PricedAt, pricedAt } from "#lib/payments/priced-at";
import type { RefundRow } from "#lib/refunds/wire";
import type { Viewer } from "#lib/auth/viewer";
import { currencyOf } from "#lib/money";
import { Breakdown, type BreakdownRow } from "../../../_ui/breakdown";
import { Money } from "../../../_ui/money";
import { Section } from "../../../_ui/section";
import { moneyOf } from "../../../_words/money-of";
import { timeViewOf } from "../../../_words/time-view-of";
import type { PaymentFacts } from "./payment-facts";
import { reasonWords } from "./words";

type PaymentBreakdownProps = PaymentFacts & {
  refunds: readonly RefundRow[];
  transactions: readonly BalanceTransactionRow[];
};

export function PaymentBreakdown({ viewer, payment, charge, refunds, transactions }: PaymentBreakdownProps) {
  const t = translator(viewer.locale, "payment");
  const figures = charge && breakdownOf(charge, refunds, transactions);
  const price = figures && pricedAt(viewer.environment, payment, charge, figures);
  return (
    <Section title={t("breakdown.title")}>
      {figures ? (
        <Breakdown
          caption={t("breakdown.title")}
          rows={[
            ...paidRows(viewer, figures, charge.amount),
            ...figures.lines.map((line) => lineRow(viewer, figures, line, price)),
          ]}
          total={{ label: netWords(viewer, figures), amount: money(viewer, figures.net, figures.currency) }}
        />
      ) : (
        <p className="text-soft">
          {payment.status === "requires_capture"
            ? t("breakdown.held", { amount: moneyOf(viewer, payment.amountCapturable, payment.currency) })
            : t("breakdown.none")}
        </p>
      )}
    </Section>
  );
}

function paidRows(viewer: Viewer, { paid, gross, currency, rate }: Figures, held: number): BreakdownRow[] {
  const t = translator(viewer.locale, "payment");
  const partly =
    held > paid.amount ? t("breakdown.partly", { amount: moneyOf(viewer, held, paid.currency) }) : null;
  const rows: BreakdownRow[] = [
    {
      key: "paid",
      label: t("breakdown.paid"),
      note: partly,
      amount: money(viewer, paid.amount, paid.currency),
    },
  ];
  if (rate === null) return rows;
  const note = t("breakdown.rate", {
    rate: formatRate(rate, viewer.locale),
    from: paid.currency.toUpperCase(),
    to: currency.toUpperCase(),
  });
  return [
    ...rows,
    { key: "converted", label: t("breakdown.converted"), note, amount: money(viewer, gross, currency) },
  ];
}

function lineRow(
  viewer: Viewer,
  { currency }: Figures,
  line: BreakdownLine,
  price: PricedAt | null,
): BreakdownRow {
  const t = translator(viewer.locale, "payment");
  const amount = money(viewer, line.amount, currency);
  const common = { key: line.key, tone: "quiet" as const, amount };
  if (line.kind === "fee") {
    const note = partsWords(viewer, line) ?? (price && priceWords(viewer, price, currency));
    return { ...common, label: feeLabel(viewer, line), note };
  }
  const date = formatDate(line.at, timeViewOf(viewer));
  if (!("refund" in line)) return { ...common, label: t(`breakdown.${line.kind}`), note: date };
  const label = line.kind === "refund" ? t("breakdown.refunded") : t("breakdown.returned");
  const reason = line.kind === "refund" ? reasonWords(viewer, line.refund.reason) : null;
  return { ...common, label, note: reason ? t("breakdown.refundedWhy", { date, reason }) : date };
}

type FeeLine = Extract<BreakdownLine, { kind: "fee" }>;

function feeLabel({ locale }: Viewer, { parts }: FeeLine): string {
  const t = translator(locale, "payment");
  return parts.length > 1 ? t("breakdown.fees") : t("breakdown.fee");
}

/** What a fee is made of; nothing where it has one part only. */
function partsWords(viewer: Viewer, { parts }: FeeLine): string | null {
  if (parts.length < 2) return null;
  const t = translator(viewer.locale, "payment");
  return parts
    .map(({ amount, currency, description }) => {
      const kind = description.startsWith("Currency conversion") ? "conversion" : "processing";
      return t(`breakdown.feePart.${kind}`, { amount: moneyOf(viewer, amount, currency) });
    })
    .join(" + ");
}

/** "1.5% + €0.25, card from your region". */
function priceWords(viewer: Viewer, { entry, rate }: PricedAt, currency: string): string {
  const t = translator(viewer.locale, "payment");
  const percent = formatPercent(Number(rate.percent) / 100, viewer.locale, 2);
  const share = rate.percent === "0" ? null : percent;
  const fixed = rate.fixed === 0 ? null : moneyOf(viewer, rate.fixed, currency);
  return t(`breakdown.price.${entry}`, { rate: [share, fixed].filter(Boolean).join(" + ") });
}

function netWords(viewer: Viewer, { availableOn, available }: Figures): string {
  const t = translator(viewer.locale, "payment");
  const date = formatDate(availableOn, timeViewOf(viewer));
  return available ? t("breakdown.netSince", { date }) : t("breakdown.netFrom", { date });
}

function money({ locale }: Viewer, amount: number, currency: string) {
  return <Money amount={amount} currency={currencyOf(currency)} locale={locale} />;
}
