import type { Viewer } from "#lib/auth/viewer";
import { formatNumber } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { nameOfKey } from "#lib/keys/queries";
import { paths } from "#lib/paths";
import type { RequestLogEntry } from "#lib/request-log/entry";
import { Copyable } from "../../../../_ui/copyable";
import { DateTime } from "../../../../_ui/date-time";
import { DescriptionList } from "../../../../_ui/description-list";
import { Section } from "../../../../_ui/section";

/** Who called, when, and how long it took. */
export async function RequestFacts({ viewer, request }: { viewer: Viewer; request: RequestLogEntry }) {
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
          { term: t("when"), value: <DateTime at={request.at} view={{ locale, timeZone }} as="date-time" /> },
          {
            term: t("duration"),
            value: t("milliseconds", { figure: formatNumber(Math.ceil(request.duration), locale) }),
          },
          { term: t("error"), value: request.errorCode ?? request.errorType },
          { term: t("key"), value: (await nameOfKey(viewer, request.keyId)) ?? request.keyId },
          { term: t("address"), value: request.address },
          { term: t("userAgent"), value: request.userAgent },
          { term: t("version"), value: request.apiVersion },
          { term: t("idempotencyKey"), value: request.idempotencyKey },
          {
            term: t("replayOf"),
            value: replayOf && <a href={paths.requestLog(viewer, replayOf)}>{replayOf}</a>,
          },
        ]}
      />
    </Section>
  );
}
