import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { type KeptBody, readBody, type RequestLogEntry } from "#lib/request-log/entry";
import { CodeView, CopyableJson } from "../../../../_ui/json-view";
import { Section, Stack } from "../../../../_ui/section";

/** What was sent and what was answered; secrets were blanked before they were kept. */
export function RequestBodies({ viewer, request }: { viewer: Viewer; request: RequestLogEntry }) {
  const t = translator(viewer.locale, "logs");
  const { params, response } = request;
  return (
    <Stack>
      <Body viewer={viewer} title={t("parameters")} body={params} nothing={t("noParameters")} />
      <Body viewer={viewer} title={t("response")} body={response} nothing={t("noResponse")} />
      {(params ?? response) !== null && <p className="text-soft">{t("masked")}</p>}
    </Stack>
  );
}

type BodyProps = { viewer: Viewer; title: string; body: string | null; nothing: string };

function Body({ viewer, title, body, nothing }: BodyProps) {
  return (
    <Section title={title}>
      {body === null ? (
        <p className="text-soft">{nothing}</p>
      ) : (
        <Kept viewer={viewer} title={title} body={readBody(body)} />
      )}
    </Section>
  );
}

function Kept({ viewer, title, body }: { viewer: Viewer; title: string; body: KeptBody }) {
  const common = translator(viewer.locale, "common");
  if (!("beginning" in body)) {
    return <CopyableJson value={body.whole} label={title} copy={common("copy")} copied={common("copied")} />;
  }
  return (
    <>
      <p className="text-soft">{translator(viewer.locale, "logs")("cut")}</p>
      <CodeView label={title} lines="wrap">
        {body.beginning}
      </CodeView>
    </>
  );
}
