import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { formatNumber } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { nameOfKey } from "#lib/keys/queries";
import { paths } from "#lib/paths";
import { referenceOfCall } from "#lib/reference/resource-reference";
import type { RequestLogEntry } from "#lib/request-log/entry";
import { Copyable } from "../../../../_ui/copyable";
import { DateTime } from "../../../../_ui/date-time";
import { DescriptionList } from "../../../../_ui/description-list";
import { Section } from "../../../../_ui/section";

type FactsProps = { viewer: Viewer; request: RequestLogEntry };

/** Who called, when, and how long it took; with the ways to what else is known of it. */
export async function RequestFacts({ viewer, request }: FactsProps) {
  const { locale, timeZone } = viewer;
  const t = translator(locale, "logs");
  const common = translator(locale, "common");
  const { replayOf } = request;
  return (
    <Section title={t("facts")}>
      <DescriptionList
        items={[
          {
            term: t("id"),
            value: <Copyable value={request.id} copy={common("copy")} copied={common("copied")} />,
          },
          { term: t("when"), value: <DateTime at={request.at} view={{ locale, timeZone }} as="exact" /> },
          {
            term: t("duration"),
            value: t("milliseconds", { figure: formatNumber(Math.ceil(request.duration), locale) }),
          },
          { term: t("error"), value: request.errorCode ?? request.errorType },
          { term: t("key"), value: <Key viewer={viewer} id={request.keyId} /> },
          { term: t("address"), value: request.address },
          { term: t("userAgent"), value: request.userAgent },
          { term: t("version"), value: request.apiVersion },
          { term: t("idempotencyKey"), value: request.idempotencyKey },
          {
            term: t("replayOf"),
            value: replayOf && <a href={paths.requestLog(viewer, replayOf)}>{replayOf}</a>,
          },
          { term: t("seeAlso"), value: <SeeAlso viewer={viewer} request={request} /> },
        ]}
      />
    </Section>
  );
}

/** What the key is called, leading to it for those who may look at keys. */
async function Key({ viewer, id }: { viewer: Viewer; id: string }) {
  const name = await nameOfKey(viewer, id);
  return name !== null && may(viewer, "keys:write") ? (
    <a href={paths.key(viewer, id)}>{name}</a>
  ) : (
    (name ?? id)
  );
}

function SeeAlso({ viewer, request }: FactsProps) {
  const t = translator(viewer.locale, "logs");
  const { method, path, errorCode, keyId, idempotencyKey } = request;
  const logs = (by: Record<string, string>) => `${paths.requestLogs(viewer)}?${new URLSearchParams(by)}`;
  const call = referenceOfCall(method, path);
  return (
    <span className="grid">
      {call && <a href={paths.callReference(viewer, call.object, call.anchor)}>{t("reference")}</a>}
      {errorCode !== null && <a href={logs({ error: errorCode })}>{t("sameError")}</a>}
      <a href={logs({ key: keyId })}>{t("keyRequests")}</a>
      {idempotencyKey !== null && (
        <a href={logs({ idempotency: idempotencyKey })}>{t("sameIdempotencyKey")}</a>
      )}
    </span>
  );
}
