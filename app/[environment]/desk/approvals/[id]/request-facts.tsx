import type { ApprovalRow } from "#lib/approvals/reserve";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { DateTime } from "../../../../_ui/date-time";
import { DescriptionList } from "../../../../_ui/description-list";
import { timeViewOf } from "../../../../_words/time-view-of";
import { actorWords } from "../../../transactions/[id]/words";
import { exceededWords } from "../approval-words";

/** Who asks, why, beyond which limit; and how it was decided. */
export function RequestFacts({ viewer, approval }: { viewer: Viewer; approval: ApprovalRow }) {
  const t = translator(viewer.locale, "approvals");
  const { askedBy, createdAt, reason, note, exceeded, expiresAt, state } = approval;
  const { customerMessage, decidedBy, decidedAt, decisionReason } = approval;
  const view = timeViewOf(viewer);
  return (
    <DescriptionList
      items={[
        { term: t("askedBy"), value: actorWords(viewer, askedBy) },
        { term: t("date"), value: <DateTime at={createdAt} view={view} as="when" /> },
        { term: t("reason"), value: t(`reasons.${reason ?? "other"}`) },
        { term: t("note"), value: note },
        { term: translator(viewer.locale, "desk")("message"), value: customerMessage },
        {
          term: t("why"),
          value: exceeded.map((each) => <div key={each.limit}>{exceededWords(viewer, each)}</div>),
        },
        {
          term: t("until"),
          value: state === "waiting" ? <DateTime at={expiresAt} view={view} as="when" /> : null,
        },
        { term: t("decidedBy"), value: decidedBy && actorWords(viewer, decidedBy) },
        { term: t("decidedAt"), value: decidedAt && <DateTime at={decidedAt} view={view} as="when" /> },
        { term: t("decisionReason"), value: decisionReason },
      ]}
    />
  );
}
