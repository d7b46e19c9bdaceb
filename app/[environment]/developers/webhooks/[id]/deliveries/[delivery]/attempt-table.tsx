import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import type { AttemptRow } from "#lib/webhooks/deliveries";
import { DateTime } from "../../../../../../_ui/date-time";
import { type Column, Table } from "../../../../../../_ui/table";
import { answerInWords } from "../../../delivery-words";

/** The tries of a delivery, newest first, with the beginning of each answer. */
export function AttemptTable({ viewer, attempts }: { viewer: Viewer; attempts: AttemptRow[] }) {
  const t = translator(viewer.locale, "webhooks");
  const view = { locale: viewer.locale, timeZone: viewer.timeZone, now: viewer.now() };
  const columns: Column<AttemptRow>[] = [
    {
      key: "answer",
      label: t("answer"),
      card: "title",
      cell: ({ status, error }) => answerInWords(viewer, status, error),
    },
    {
      key: "time",
      label: t("time"),
      card: "moment",
      tone: "quiet",
      cell: ({ createdAt }) => <DateTime at={createdAt} view={view} as="when" />,
    },
    {
      key: "duration",
      label: t("duration"),
      card: "detail",
      align: "end",
      cell: ({ duration }) => t("milliseconds", { count: duration }),
    },
    {
      key: "response",
      label: t("response"),
      cell: ({ response }) =>
        response ? <code className="break-all whitespace-pre-wrap">{response}</code> : t("noResponse"),
    },
  ];
  return <Table caption={t("attemptsCaption")} columns={columns} rows={attempts} rowKey={({ id }) => id} />;
}
