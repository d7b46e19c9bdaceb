import { actionName, actorName } from "#lib/audit/action-name";
import type { AuditLine } from "#lib/audit/hash";
import { getHistoryLine } from "#lib/audit/history";
import { type Names, namesIn } from "#lib/audit/names";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { addressWithPlace } from "#lib/places";
import { found } from "../../../../_server/found";
import { pageTitle } from "../../../../_server/page-title";
import { pageViewer } from "../../../../_server/page-viewer";
import { DateTime } from "../../../../_ui/date-time";
import { DescriptionList } from "../../../../_ui/description-list";
import { Page, PageHeader } from "../../../../_ui/page-header";
import { Section } from "../../../../_ui/section";
import { LinkedSubject } from "../subject";
import { Changes } from "./changes";

export const generateMetadata = pageTitle((locale) => translator(locale, "history")("line"));

type LinePageProps = { params: Promise<{ environment: string; sequence: string }> };

/** One line of the history, with what was before and after. */
export default async function HistoryLinePage({ params }: LinePageProps) {
  const { environment, sequence } = await params;
  const viewer = await pageViewer(environment);
  const line = await found(getHistoryLine(viewer, Number(sequence)));
  const names = await namesIn([line], viewer.locale);
  const t = translator(viewer.locale, "history");
  const crumbs = [{ label: t("title"), href: paths.securityHistory(viewer) }];
  return (
    <Page>
      <PageHeader
        title={actionName(line.action, viewer.locale)}
        breadcrumb={{ label: translator(viewer.locale, "common")("breadcrumb"), crumbs }}
      />
      <Facts viewer={viewer} line={line} names={names} />
      {(line.before || line.after) && (
        <Section title={t("changes")}>
          <Changes viewer={viewer} line={line} names={names} />
        </Section>
      )}
    </Page>
  );
}

function Facts({ viewer, line, names }: { viewer: Viewer; line: AuditLine; names: Names }) {
  const { locale, timeZone } = viewer;
  const t = translator(locale, "history");
  return (
    <DescriptionList
      values="text"
      items={[
        { term: t("number"), value: line.sequence },
        { term: t("at"), value: <DateTime at={line.at} view={{ locale, timeZone }} /> },
        { term: t("who"), value: actorName(line, locale) },
        {
          term: t("subject"),
          value: line.subject && <LinkedSubject viewer={viewer} id={line.subject} names={names} />,
        },
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
