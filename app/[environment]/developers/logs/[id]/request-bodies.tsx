import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import type { RequestLogEntry } from "#lib/request-log/entry";
import { JsonView } from "../../../../_ui/json-view";
import { Section, Stack } from "../../../../_ui/section";

type BodyProps = { title: string; body: string | null; nothing: string };

/** What was sent and what was answered; secrets were blanked before they were kept. */
export function RequestBodies({ viewer, request }: { viewer: Viewer; request: RequestLogEntry }) {
  const t = translator(viewer.locale, "logs");
  const kept = request.response !== null;
  return (
    <Stack>
      <Body title={t("parameters")} body={request.params} nothing={t("noParameters")} />
      <Body title={t("response")} body={request.response} nothing={t("noResponse")} />
      {kept && <p className="text-soft">{t("masked")}</p>}
    </Stack>
  );
}

function Body({ title, body, nothing }: BodyProps) {
  return (
    <Section title={title}>
      {body === null ? (
        <p className="text-soft">{nothing}</p>
      ) : (
        <JsonView label={title} value={JSON.parse(body)} />
      )}
    </Section>
  );
}
