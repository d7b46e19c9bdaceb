import type { Viewer } from "#lib/auth/viewer";
import type { DisputeCase, DisputeCost } from "#lib/disputes/dispute-case";
import { formatDate } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { currencyOf } from "#lib/money";
import { disputeLines } from "#lib/payments/breakdown";
import { Breakdown } from "../../../../_ui/breakdown";
import { Money } from "../../../../_ui/money";
import { Section } from "../../../../_ui/section";
import { timeViewOf } from "../../../../_words/time-view-of";

type StakeSectionProps = { viewer: Viewer; found: DisputeCase };

/** What the dispute took and brought back, or what an inquiry would take. */
export function StakeSection({ viewer, found: { transactions, threat } }: StakeSectionProps) {
  const t = translator(viewer.locale, "disputes");
  return (
    <Section title={t("stake.title")}>
      {transactions.length > 0 && <Moved viewer={viewer} transactions={transactions} />}
      {transactions.length === 0 && <p>{t("stake.nothing")}</p>}
      {threat && <Threat viewer={viewer} threat={threat} />}
    </Section>
  );
}

function Moved({ viewer, transactions }: { viewer: Viewer } & Pick<DisputeCase, "transactions">) {
  const t = translator(viewer.locale, "disputes");
  const labels = translator(viewer.locale, "payment");
  const currency = transactions[0]?.currency ?? viewer.environment.currency;
  return (
    <Breakdown
      caption={t("stake.title")}
      rows={transactions.flatMap(disputeLines).map(({ key, kind, amount, at }) => ({
        key,
        label: labels(`breakdown.${kind}`),
        note: formatDate(at, timeViewOf(viewer)),
        amount: money(viewer, amount, currency),
      }))}
      total={{
        label: t("stake.total"),
        amount: money(
          viewer,
          transactions.reduce((sum, { net }) => sum + net, 0),
          currency,
        ),
      }}
    />
  );
}

function Threat({ viewer, threat: { amount, fee, currency } }: { viewer: Viewer; threat: DisputeCost }) {
  const t = translator(viewer.locale, "disputes");
  const labels = translator(viewer.locale, "payment");
  return (
    <div className="grid gap-2">
      <p>{t("stake.threat")}</p>
      <Breakdown
        caption={t("stake.threat")}
        rows={[
          { key: "amount", label: labels("breakdown.dispute"), amount: money(viewer, -amount, currency) },
          { key: "fee", label: labels("breakdown.dispute_fee"), amount: money(viewer, -fee, currency) },
        ]}
        total={{ label: t("stake.wouldBe"), amount: money(viewer, -amount - fee, currency) }}
      />
    </div>
  );
}

function money({ locale }: Viewer, amount: number, currency: string) {
  return <Money amount={amount} currency={currencyOf(currency)} locale={locale} />;
}
