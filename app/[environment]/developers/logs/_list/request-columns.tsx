import type { Viewer } from "#lib/auth/viewer";
import { formatNumber, timeZoneCity } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import type { ListedRequest } from "#lib/request-log/list-requests";
import type { ListColumn } from "../../../../_lists/list-view";
import { DateTime } from "../../../../_ui/date-time";
import { RequestStatus } from "./request-status";

type Columns = ListColumn<ListedRequest>[];

/** What can be shown of a call. */
export function requestColumns(viewer: Viewer): Columns {
  const { locale, timeZone } = viewer;
  const t = translator(locale, "logs");
  const view = { locale, timeZone, now: viewer.now() };
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
    ...originColumns(viewer),
    {
      key: "date",
      label: t("date", { city: timeZoneCity(timeZone) }),
      align: "end",
      tone: "quiet",
      card: "moment",
      sorts: ["newest", "oldest"],
      cell: ({ at }) => <DateTime at={at} view={view} />,
    },
  ];
}

/** From where it came, for those who choose to see it. */
function originColumns({ locale }: Viewer): Columns {
  const t = translator(locale, "logs");
  return [
    {
      key: "address",
      label: t("address"),
      card: "none",
      extra: true,
      cell: ({ address }) => address && <code>{address}</code>,
    },
    {
      key: "client",
      label: t("userAgent"),
      card: "none",
      extra: true,
      cell: ({ userAgent }) => <span className="wrap-anywhere">{userAgent}</span>,
    },
    {
      key: "version",
      label: t("version"),
      card: "none",
      extra: true,
      cell: ({ apiVersion }) => apiVersion,
    },
    {
      key: "idempotency",
      label: t("idempotencyKey"),
      card: "none",
      extra: true,
      cell: ({ idempotencyKey }) => <span className="wrap-anywhere">{idempotencyKey}</span>,
    },
    { key: "id", label: t("id"), card: "none", extra: true, cell: ({ id }) => <code>{id}</code> },
  ];
}
