import { actionName, actorName } from "#lib/audit/action-name";
import type { AuditLine } from "#lib/audit/hash";
import { getHistoryLine } from "#lib/audit/history";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { addressWithPlace } from "#lib/places";
import { found } from "../../../../_server/found";
import { pageTitle } from "../../../../_server/page-title";
import { pageViewer } from "../../../../_server/page-viewer";
import { DateTime } from "../../../../_ui/date-time";
import { DescriptionList } from "../../../../_ui/description-list";
import { JsonView } from "../../../../_ui/json-view";
import { Page, PageHeader } from "../../../../_ui/page-header";
import { Section } from "../../../../_ui/section";

export const generateMetadata = pageTitle((locale) => translator(locale, "history")("line"));

type LinePageProps = { params: Promise<{ environment: string; sequence: string }> };

/** One line of the history, with what was before and after. */
export default async function HistoryLinePage({ params }: LinePageProps) {
  const { environment, sequence } = await params;
  const viewer = await pageViewer(environment);
  const line = await found(getHistoryLine(viewer, Number(sequence)));
  const t = translator(viewer.locale, "history");
  const crumbs = [{ label: t("title"), href: paths.securityHistory(viewer) }];
  return (
    <Page>
      <PageHeader
        title={actionName(line.action, viewer.locale)}
        breadcrumb={{ label: translator(viewer.locale, "common")("breadcrumb"), crumbs }}
      />
      <Facts viewer={viewer} line={line} />
      {line.before && (
        <Section title={t("before")}>
          <JsonView value={line.before} label={t("before")} />
        </Section>
      )}
      {line.after && (
        <Section title={t("after")}>
          <JsonView value={line.after} label={t("after")} />
        </Section>
      )}
    </Page>
  );
}

function Facts({ viewer, line }: { viewer: Viewer; line: AuditLine }) {
  const { locale, timeZone } = viewer;
  const t = translator(locale, "history");
  return (
    <DescriptionList
      items={[
        { term: t("number"), value: line.sequence },
        { term: t("at"), value: <DateTime at={line.at} view={{ locale, timeZone }} /> },
        { term: t("who"), value: actorName(line, locale) },
        { term: t("subject"), value: line.subject && <code className="break-all">{line.subject}</code> },
        { term: t("address"), value: addressWithPlace(line.address, locale) },
        {
          term: t("browser"),
          value: line.userAgent && <span className="break-words">{line.userAgent}</span>,
        },
        { term: t("hash"), value: <code className="break-all">{line.hash}</code> },
        { term: t("previousHash"), value: <code className="break-all">{line.previousHash}</code> },
      ]}
    />
  );
}
