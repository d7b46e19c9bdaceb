import type { ReactNode } from "react";

import { formatMoney, formatMonth, type TimeView } from "#lib/i18n/format";
import { type Translate, translator } from "#lib/i18n/translator";

import { Breakdown } from "../_ui/breakdown";
import { Button } from "../_ui/button";
import { Copyable } from "../_ui/copyable";
import { DateTime } from "../_ui/date-time";
import { DescriptionList } from "../_ui/description-list";
import { Money } from "../_ui/money";
import { Columns, Section } from "../_ui/section";
import { Status } from "../_ui/status";
import { Timeline } from "../_ui/timeline";
import { now } from "./samples";

type PartProps = { t: Translate<"design">; view: TimeView & { now: number } };

const bold = (words: ReactNode) => <b>{words}</b>;

export function Payment({ t, view }: PartProps) {
  return (
    <Columns
      main={
        <>
          <Section title={t("payment.breakdown")} aside={<PaymentState t={t} view={view} />}>
            <PaymentBreakdown t={t} view={view} />
          </Section>
          <Section title={t("payment.happened")}>
            <PaymentTimeline t={t} view={view} />
          </Section>
        </>
      }
      aside={<PaymentFacts t={t} view={view} />}
    />
  );
}

function PaymentState({ t, view }: PartProps) {
  const amount = formatMoney(2000, "eur", view.locale);
  return (
    <Status tone="plain" mark="ring">
      {t("payment.state", { amount })}
    </Status>
  );
}

function PaymentBreakdown({ t, view }: PartProps) {
  const money = (amount: number) => <Money amount={amount} currency="eur" locale={view.locale} />;
  return (
    <Breakdown
      caption={t("payment.breakdown")}
      rows={[
        { key: "paid", label: t("payment.paid"), amount: money(6450) },
        {
          key: "fee",
          tone: "quiet",
          label: t("payment.fee"),
          note: t("payment.feeNote"),
          amount: money(-122),
        },
        {
          key: "refunded",
          tone: "quiet",
          label: t("payment.refunded"),
          note: t("payment.refundedNote"),
          amount: money(-2000),
        },
      ]}
      total={{ label: t("payment.net"), amount: money(4328) }}
    />
  );
}

function PaymentTimeline({ t, view }: PartProps) {
  const amount = formatMoney(2000, "eur", view.locale);
  const at = (minutes: number) => <DateTime at={now - minutes * 60_000} view={view} as="when" />;
  return (
    <Timeline
      entries={[
        { key: "1", title: t.rich("payment.happenedRefund", { amount, b: bold }), detail: at(14) },
        { key: "2", title: t.rich("payment.happenedPaid", { b: bold }), detail: at(19) },
        { key: "3", tone: "hurt", title: t.rich("payment.happenedDeclined", { b: bold }), detail: at(20) },
        { key: "4", title: t("payment.happenedCreated"), detail: at(1560) },
      ]}
    />
  );
}

function PaymentFacts({ t, view }: PartProps) {
  const common = translator(view.locale, "common");
  return (
    <>
      <Section title={t("payment.customer")} aside={<a href="#content">{common("edit")}</a>}>
        <DescriptionList
          items={[
            { term: t("payment.name"), value: <a href="#content">Hugo Marchetti</a> },
            { term: t("payment.email"), value: "h•••@proton.me" },
            { term: t("payment.since"), value: formatMonth(now - 600 * 86_400_000, view) },
          ]}
        />
      </Section>
      <Section title={t("payment.method")}>
        <DescriptionList
          items={[
            { term: t("payment.card"), value: "Mastercard •• 4444" },
            { term: t("payment.expires"), value: "08 / 2028" },
            { term: t("payment.checks"), value: t("payment.checksPassed") },
            {
              term: t("payment.id"),
              value: <Copyable value="pi_1S2kQm8xTgV4aB7" copy={common("copy")} copied={common("copied")} />,
            },
          ]}
        />
      </Section>
    </>
  );
}

export function PaymentActions({ t }: { t: Translate<"design"> }) {
  return (
    <>
      <Button type="button">{t("buttons.sendReceipt")}</Button>
      <Button type="button" tone="primary">
        {t("buttons.refund")}
      </Button>
    </>
  );
}
