import type { Viewer } from "#lib/auth/viewer";
import { formatNumber, timeZoneCity } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import type { ListedRequest } from "#lib/request-log/list-requests";
import { DateTime } from "../../../../_ui/date-time";
import { type Column, Table } from "../../../../_ui/table";
import { RequestStatus } from "./request-status";

type RequestTableProps = { viewer: Viewer; requests: ListedRequest[] };

/** Calls of the API, each row leading to its page. */
export function RequestTable({ viewer, requests }: RequestTableProps) {
  return (
    <Table
      caption={translator(viewer.locale, "logs")("caption")}
      columns={columnsFor(viewer)}
      rows={requests}
      rowKey={({ id }) => id}
      rowHref={({ id }) => paths.requestLog(viewer, id)}
    />
  );
}

function columnsFor({ locale, timeZone, now }: Viewer): Column<ListedRequest>[] {
  const t = translator(locale, "logs");
  const view = { locale, timeZone, now: now() };
  return [
    {
      key: "status",
      label: t("status"),
      card: "state",
      cell: ({ status }) => <RequestStatus status={status} />,
    },
    {
      key: "call",
      label: t("call"),
      card: "title",
      cell: ({ method, path }) => (
        <span className="wrap-anywhere">
          {method} {path}
        </span>
      ),
    },
    {
      key: "error",
      label: t("error"),
      tone: "quiet",
      card: "detail",
      cell: ({ errorCode, errorType }) => errorCode ?? errorType,
    },
    {
      key: "duration",
      label: t("duration"),
      align: "end",
      tone: "quiet",
      card: "none",
      cell: ({ duration }) => t("milliseconds", { figure: formatNumber(Math.ceil(duration), locale) }),
    },
    {
      key: "date",
      label: t("date", { city: timeZoneCity(timeZone) }),
      align: "end",
      tone: "quiet",
      card: "moment",
      cell: ({ at }) => <DateTime at={at} view={view} />,
    },
  ];
}
