import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { methodFacts } from "#lib/payments/method-facts";
import type { ChargeRow, PaymentIntentRow } from "#lib/payments/wire";
import { DateTime } from "../../../_ui/date-time";
import { Section } from "../../../_ui/section";
import { Status, type StatusLook } from "../../../_ui/status";
import { Table } from "../../../_ui/table";
import { timeViewOf } from "../../../_words/time-view-of";
import { methodWords } from "./words";

type PaymentAttemptsProps = { viewer: Viewer; payment: PaymentIntentRow; attempts: readonly ChargeRow[] };

/** Every attempt at a payment that took several, newest first. */
export function PaymentAttempts({ viewer, payment, attempts }: PaymentAttemptsProps) {
  const t = translator(viewer.locale, "payment");
  return (
    <Section title={t("attempts.title")}>
      <Table<ChargeRow>
        caption={t("attempts.title")}
        rows={[...attempts].reverse()}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "method",
            label: t("attempts.method"),
            card: "title",
            cell: (charge) => methodWords(viewer, methodFacts(payment, charge)),
          },
          {
            key: "outcome",
            label: t("attempts.outcome"),
            card: "state",
            cell: ({ status }) => <Status {...looks[status]}>{t(`attempts.${status}`)}</Status>,
          },
          { key: "id", label: t("attempts.id"), card: "detail", cell: ({ id }) => <code>{id}</code> },
          {
            key: "when",
            label: t("attempts.when"),
            card: "moment",
            align: "end",
            tone: "quiet",
            cell: ({ createdAt }) => <DateTime at={createdAt} view={timeViewOf(viewer)} as="when" />,
          },
        ]}
      />
    </Section>
  );
}

const looks = {
  succeeded: { tone: "good", mark: "filled" },
  pending: { tone: "wait", mark: "ring" },
  failed: { tone: "hurt", mark: "filled" },
} as const satisfies Record<ChargeRow["status"], StatusLook>;
