import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { isToCustomer } from "#lib/mail/kinds";
import type { MailSummary } from "#lib/mail/queries";
import { paths } from "#lib/paths";
import { receiptUrl } from "#lib/payments/wire";
import { hasReceipt } from "#lib/receipts/send-receipt";
import { DateTime } from "../../../_ui/date-time";
import { Section } from "../../../_ui/section";
import { Table } from "../../../_ui/table";
import { timeViewOf } from "../../../_words/time-view-of";
import { kindName } from "../../outbox/kind-name";
import { MailState } from "../../outbox/mail-state";
import type { PaymentFacts } from "./payment-facts";

type ReceiptHistoryProps = PaymentFacts & { mails: readonly MailSummary[] };

/** What the customer was told: to whom, when, and how far each mail came; a receipt can be sent once more. */
export function ReceiptHistory({ viewer, payment, charge, mails }: ReceiptHistoryProps) {
  const t = translator(viewer.locale, "payment");
  if (!charge || !hasReceipt(charge)) return null;
  const sent = mails.filter(({ kind }) => isToCustomer(kind));
  const number = charge.receiptNumber;
  const page = viewer.conceal ? (
    number
  ) : (
    <a href={receiptUrl(charge.receiptToken)}>{number ?? t("details.openReceipt")}</a>
  );
  return (
    <Section title={t("receipt.history")} aside={page}>
      {sent.length === 0 ? (
        <p className="text-soft">{t("receipt.noneSent")}</p>
      ) : (
        <Table<MailSummary>
          caption={t("receipt.history")}
          rows={sent}
          rowKey={({ id }) => id}
          columns={[
            { key: "to", label: t("receipt.to"), card: "title", cell: ({ to }) => to },
            {
              key: "what",
              label: t("receipt.what"),
              card: "detail",
              cell: ({ kind }) => kindName(kind, viewer.locale),
            },
            {
              key: "state",
              label: t("receipt.state"),
              card: "state",
              cell: ({ state }) => <MailState state={state} locale={viewer.locale} />,
            },
            {
              key: "when",
              label: t("receipt.when"),
              card: "moment",
              tone: "quiet",
              cell: ({ createdAt }) => <DateTime at={createdAt} view={timeViewOf(viewer)} as="when" />,
            },
            ...(seesAddresses(viewer) ? [againColumn(viewer, payment.id)] : []),
          ]}
        />
      )}
    </Section>
  );
}

/** Whoever is shown hidden addresses cannot send anything to them. */
function seesAddresses(viewer: Viewer): boolean {
  return may(viewer, "receipts:send") && viewer.conceal === undefined;
}

function againColumn(viewer: Viewer, paymentId: string) {
  const t = translator(viewer.locale, "payment");
  return {
    key: "again",
    label: t("receipt.again"),
    align: "end" as const,
    card: "detail" as const,
    cell: ({ to, kind }: MailSummary) =>
      kind === "receipt" && (
        <a href={`${paths.sendReceipt(viewer, paymentId)}?to=${encodeURIComponent(to)}`}>
          {t("receipt.again")} <span className="sr-only">{to}</span>
        </a>
      ),
  };
}
