import { actionName, actorName } from "#lib/audit/action-name";
import type { AuditLine } from "#lib/audit/hash";
import { listHistory } from "#lib/audit/history";
import { type Names, namesIn } from "#lib/audit/names";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { addressWithPlace } from "#lib/places";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { Button, ButtonLink } from "../../../_ui/button";
import { DateTime } from "../../../_ui/date-time";
import { EmptyState } from "../../../_ui/empty-state";
import { Page } from "../../../_ui/page-header";
import { Pagination } from "../../../_ui/pagination";
import { type Column, Table } from "../../../_ui/table";
import { type ListQuery, valueIn } from "../../developers/list-query";
import { SettingsHeader } from "../settings-header";
import { choiceIn, historyChoice, historyHref, placeIn, type TypedChoice } from "./history-choice";
import { HistoryFilters } from "./history-filters";
import { Subject } from "./subject";
import { Verdict } from "./verdict";

export const generateMetadata = pageTitle((locale) => translator(locale, "history")("title"));

type HistoryPageProps = EnvironmentPageProps & { searchParams: Promise<ListQuery> };

/** Who did what in this account, newest first. */
export default async function HistoryPage({ params, searchParams }: HistoryPageProps) {
  const viewer = await pageViewer((await params).environment);
  const query = await searchParams;
  const choice = choiceIn(query);
  const after = placeIn(query);
  const { lines, older } = await listHistory(viewer, historyChoice(choice, viewer.timeZone), { after });
  const names = await namesIn(lines, viewer.locale);
  const t = translator(viewer.locale, "history");
  const here = paths.securityHistory(viewer);
  return (
    <Page>
      <SettingsHeader
        viewer={viewer}
        title={t("title")}
        href={paths.settings(viewer)}
        actions={<Actions viewer={viewer} choice={choice} />}
      />
      <p className="text-soft">
        {t("intro")}{" "}
        {may(viewer, "admins:grant") && <a href={paths.historyRetention(viewer)}>{t("retention.link")}</a>}
      </p>
      {valueIn(query, "verify") === "yes" && <Verdict viewer={viewer} />}
      <HistoryFilters viewer={viewer} choice={choice} />
      {lines.length === 0 ? (
        <EmptyState title={t("noneTitle")}>{t("none")}</EmptyState>
      ) : (
        <Table
          caption={t("title")}
          columns={columnsFor(viewer, names)}
          rows={lines}
          rowKey={({ sequence }) => String(sequence)}
          rowHref={({ sequence }) => paths.securityHistoryLine(viewer, sequence)}
        />
      )}
      <Pagination
        locale={viewer.locale}
        summary={t("shown", { count: lines.length })}
        newerHref={after ? historyHref(here, choice) : null}
        olderHref={older && historyHref(here, choice, older)}
      />
    </Page>
  );
}

function Actions({ viewer, choice }: { viewer: Viewer; choice: TypedChoice }) {
  const t = translator(viewer.locale, "history");
  return (
    <>
      <form action={paths.exportSecurityHistory(viewer)}>
        {Object.entries(choice).map(
          ([name, value]: [string, string | undefined]) =>
            value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <Button icon="download">{t("export")}</Button>
      </form>
      <ButtonLink href={`${paths.securityHistory(viewer)}?verify=yes`} icon="shield-check">
        {t("verify")}
      </ButtonLink>
    </>
  );
}

function columnsFor({ locale, timeZone }: Viewer, names: Names): Column<AuditLine>[] {
  const t = translator(locale, "history");
  // The history lives on the system's clock: it spans environments whose clocks differ.
  const view = { locale, timeZone, now: Date.now() };
  return [
    { key: "what", label: t("what"), card: "title", cell: ({ action }) => actionName(action, locale) },
    { key: "who", label: t("who"), card: "detail", cell: (line) => actorName(line, locale) },
    {
      key: "subject",
      label: t("subject"),
      cell: ({ subject }) => subject && <Subject id={subject} names={names} />,
    },
    {
      key: "address",
      label: t("address"),
      cell: ({ address }) => addressWithPlace(address, locale),
    },
    {
      key: "at",
      label: t("at"),
      tone: "quiet",
      card: "moment",
      cell: ({ at }) => <DateTime at={at} view={view} as="when" />,
    },
  ];
}
