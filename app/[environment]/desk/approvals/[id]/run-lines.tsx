import type { ApprovalLine } from "#lib/approvals/reserve";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { currencyOf } from "#lib/money";
import { paths } from "#lib/paths";
import { Money } from "../../../../_ui/money";
import { Section } from "../../../../_ui/section";
import { Status, type StatusLook } from "../../../../_ui/status";
import { Table } from "../../../../_ui/table";

const looks = {
  waiting: { tone: "wait", mark: "ring" },
  refunded: { tone: "good", mark: "filled" },
  dropped: { tone: "plain", mark: "filled" },
} satisfies Record<ApprovalLine["state"], StatusLook>;

/** The refunds of a run, each leading to its payment. */
export function RunLines({ viewer, lines }: { viewer: Viewer; lines: ApprovalLine[] }) {
  const t = translator(viewer.locale, "approvals");
  return (
    <Section title={t("payments")}>
      <Table<ApprovalLine>
        caption={t("payments")}
        rows={lines}
        rowKey={({ id }) => id}
        rowHref={({ paymentIntentId }) => paths.payment(viewer, paymentIntentId)}
        columns={[
          {
            key: "amount",
            label: t("amount"),
            card: "title",
            cell: ({ amount, currency }) => (
              <Money amount={amount} currency={currencyOf(currency)} locale={viewer.locale} />
            ),
          },
          {
            key: "state",
            label: t("state"),
            card: "state",
            cell: ({ state }) => <Status {...looks[state]}>{t(`lineState.${state}`)}</Status>,
          },
          {
            key: "payment",
            label: t("payment"),
            card: "detail",
            tone: "quiet",
            cell: ({ paymentIntentId }) => paymentIntentId,
          },
        ]}
      />
    </Section>
  );
}
