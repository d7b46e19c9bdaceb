import type { Viewer } from "#lib/auth/viewer";
import type { ReturnDetail } from "#lib/cash/return-detail";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { Copyable } from "../../../../_ui/copyable";
import { DateTime } from "../../../../_ui/date-time";
import { DescriptionList } from "../../../../_ui/description-list";
import { Section } from "../../../../_ui/section";
import { timeViewOf } from "../../../../_words/time-view-of";
import { nameOf } from "#lib/customers/name-of";
import { refundFailureWords } from "../../[id]/words";
import { byWords } from "../../_list/by";

/** Whose money it is, who sent it back and why, and what the customer was asked. */
export function ReturnFacts({ viewer, detail }: { viewer: Viewer; detail: ReturnDetail }) {
  const { cashReturn, customer, letters } = detail;
  const { id, createdAt, createdBy, reason, asked, failureReason, reference } = cashReturn;
  const t = translator(viewer.locale, "cash");
  const transactions = translator(viewer.locale, "transactions");
  const common = translator(viewer.locale, "common");
  const view = timeViewOf(viewer);
  return (
    <Section title={t("return.details")}>
      <DescriptionList
        items={[
          {
            term: transactions("customer"),
            value:
              customer.deletedAt === null ? (
                <a href={`${paths.customer(viewer, customer.id)}#cash`}>{nameOf(customer)}</a>
              ) : (
                nameOf(customer)
              ),
          },
          { term: transactions("reason"), value: reason && transactions(`refundReason.${reason}`) },
          { term: transactions("by"), value: byWords({ actor: createdBy, t: transactions }) },
          { term: t("return.created"), value: <DateTime at={createdAt} view={view} /> },
          { term: t("return.askedAt"), value: asked?.email },
          { term: t("return.asked"), value: asked && <DateTime at={asked.askedAt} view={view} /> },
          { term: t("return.letters"), value: letters > 1 ? String(letters) : null },
          {
            term: t("return.until"),
            value:
              asked && cashReturn.status === "requires_action" ? (
                <DateTime at={asked.expiresAt} view={view} />
              ) : null,
          },
          { term: t("return.account"), value: asked?.last4 && `•• ${asked.last4}` },
          {
            term: t("return.failure"),
            value: failureReason && refundFailureWords(viewer, failureReason),
          },
          { term: t("return.reference"), value: reference && <code>{reference}</code> },
          {
            term: transactions("id"),
            value: <Copyable value={id} copy={common("copy")} copied={common("copied")} />,
          },
        ]}
      />
    </Section>
  );
}
