import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { type DatasetName, datasetNames, datasets } from "#lib/exports/datasets/all";
import { type ExportRow, isExpired, ownExports } from "#lib/exports/queries";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { pageTitle } from "../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../_server/page-viewer";
import { DateTime } from "../../_ui/date-time";
import { EmptyState } from "../../_ui/empty-state";
import { Page, PageHeader } from "../../_ui/page-header";
import { Section } from "../../_ui/section";
import { Table } from "../../_ui/table";
import { datasetWords, ExportState, formatWords } from "./words";

export const generateMetadata = pageTitle((locale) => translator(locale, "exports")("title"));

/** The files somebody had written, and what else there is to export. */
export default async function ExportsPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const rows = await ownExports(viewer);
  const t = translator(viewer.locale, "exports");
  return (
    <Page>
      <PageHeader title={t("title")} />
      <Section title={t("begin")}>
        <ul className="flex flex-wrap gap-x-6 gap-y-2">
          {datasetNames
            .filter((name) => may(viewer, datasets[name].permission))
            .map((name) => (
              <li key={name}>
                <a href={paths.newExport(viewer, name)}>{datasetWords(viewer, name)}</a>
              </li>
            ))}
        </ul>
      </Section>
      {rows.length === 0 ? (
        <EmptyState title={t("noneTitle")}>{t("none")}</EmptyState>
      ) : (
        <Section title={t("yours")}>
          <ExportTable viewer={viewer} rows={rows} />
        </Section>
      )}
    </Page>
  );
}

function ExportTable({ viewer, rows }: { viewer: Viewer; rows: ExportRow[] }) {
  const t = translator(viewer.locale, "exports");
  const view = { locale: viewer.locale, timeZone: viewer.timeZone, now: viewer.now() };
  return (
    <Table<ExportRow>
      caption={t("yours")}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ id }) => paths.export(viewer, id)}
      columns={[
        {
          key: "what",
          label: t("what"),
          card: "title",
          cell: ({ dataset }) => datasetWords(viewer, dataset as DatasetName),
        },
        {
          key: "format",
          label: t("format"),
          card: "detail",
          cell: ({ format }) => formatWords(viewer, format),
        },
        {
          key: "state",
          label: t("state"),
          card: "state",
          cell: (row) => <ExportState viewer={viewer} row={row} expired={isExpired(viewer, row)} />,
        },
        {
          key: "when",
          label: t("when"),
          card: "moment",
          align: "end",
          tone: "quiet",
          cell: ({ createdAt }) => <DateTime at={createdAt} view={view} as="when" />,
        },
      ]}
    />
  );
}
