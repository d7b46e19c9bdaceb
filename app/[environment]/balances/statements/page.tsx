import { formatMonth } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { statementMonths } from "#lib/statements/read-statement";
import { paths } from "#lib/paths";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { Page, PageHeader } from "../../../_ui/page-header";
import { Table } from "../../../_ui/table";

/** The months of which there are statements. */
export default async function StatementsPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const months = await statementMonths(viewer);
  const t = translator(viewer.locale, "balances");
  const named = (month: string) =>
    formatMonth(Date.parse(`${month}-15T00:00:00Z`), { locale: viewer.locale, timeZone: "UTC" });
  return (
    <Page>
      <PageHeader
        title={t("statement.all")}
        breadcrumb={{ label: t("title"), crumbs: [{ label: t("title"), href: paths.balances(viewer) }] }}
      />
      <Table
        caption={t("statement.all")}
        columns={[
          { key: "month", label: t("statement.month"), card: "title", cell: (month: string) => named(month) },
          {
            key: "files",
            label: t("statement.files"),
            align: "end",
            card: "state",
            cell: (month: string) => (
              <span className="ui-beside">
                <a href={paths.statementPdf(viewer, month)} aria-label={`PDF, ${named(month)}`}>
                  PDF
                </a>{" "}
                <a href={paths.statementCsv(viewer, month)} aria-label={`CSV, ${named(month)}`}>
                  CSV
                </a>
              </span>
            ),
          },
        ]}
        rows={months}
        rowKey={(month) => month}
        rowHref={(month) => paths.statement(viewer, month)}
      />
    </Page>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "balances")("statement.all"));
