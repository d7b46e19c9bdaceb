import type { ApprovalRow } from "#lib/approvals/reserve";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { DateTime } from "../../../_ui/date-time";
import { Status } from "../../../_ui/status";
import { type Column, Table } from "../../../_ui/table";
import { timeViewOf } from "../../../_words/time-view-of";
import { actorWords } from "../../transactions/[id]/words";
import { approvalLooks, askedWords } from "./approval-words";

/** Approvals, each row leading to its page. */
export function ApprovalTable({ viewer, approvals }: { viewer: Viewer; approvals: ApprovalRow[] }) {
  const t = translator(viewer.locale, "approvals");
  return (
    <Table
      caption={t("caption")}
      columns={columnsFor(viewer)}
      rows={approvals}
      rowKey={({ id }) => id}
      rowHref={({ id }) => paths.approval(viewer, id)}
    />
  );
}

function columnsFor(viewer: Viewer): Column<ApprovalRow>[] {
  const t = translator(viewer.locale, "approvals");
  return [
    { key: "amount", label: t("amount"), card: "title", cell: (row) => askedWords(viewer, row) },
    {
      key: "state",
      label: t("state"),
      card: "state",
      cell: ({ state }) => <Status {...approvalLooks[state]}>{t(`states.${state}`)}</Status>,
    },
    { key: "by", label: t("asks"), card: "detail", cell: ({ askedBy }) => actorWords(viewer, askedBy) },
    {
      key: "why",
      label: t("why"),
      tone: "quiet",
      card: "none",
      cell: ({ exceeded }) => exceeded.map(({ limit }) => t(`limits.${limit}`)).join(", "),
    },
    {
      key: "date",
      label: t("date"),
      align: "end",
      tone: "quiet",
      card: "moment",
      cell: ({ createdAt }) => <DateTime at={createdAt} view={timeViewOf(viewer)} as="when" />,
    },
  ];
}
