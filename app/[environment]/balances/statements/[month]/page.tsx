import { formatDate, formatMonth } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { readStatement } from "#lib/statements/read-statement";
import { found } from "../../../../_server/found";
import { pageViewer } from "../../../../_server/page-viewer";
import { ButtonLink } from "../../../../_ui/button";
import { Page, PageHeader } from "../../../../_ui/page-header";
import { ActivityTables } from "../../activity-tables";

type PageProps = { params: Promise<{ environment: string; month: string }> };

/** What the balance did in a month: opening, activity by category, closing. */
export default async function StatementPage({ params }: PageProps) {
  const { environment, month } = await params;
  const viewer = await pageViewer(environment);
  const statement = await found(readStatement(viewer, month));
  const t = translator(viewer.locale, "balances");
  const view = { locale: viewer.locale, timeZone: viewer.environment.timeZone };
  return (
    <Page>
      <PageHeader
        title={formatMonth(statement.start, view)}
        state={statement.isFinal ? undefined : t("statement.open", { date: formatDate(viewer.now(), view) })}
        breadcrumb={{
          label: t("statement.all"),
          crumbs: [
            { label: t("title"), href: paths.balances(viewer) },
            { label: t("statement.all"), href: paths.statements(viewer) },
          ],
        }}
        actions={
          <>
            <ButtonLink href={paths.statementCsv(viewer, month)} icon="download">
              CSV
            </ButtonLink>
            <ButtonLink href={paths.statementPdf(viewer, month)} icon="download">
              PDF
            </ButtonLink>
          </>
        }
      />
      <ActivityTables viewer={viewer} currencies={statement.currencies} />
    </Page>
  );
}

export async function generateMetadata({ params }: PageProps) {
  const { locale } = await pageViewer((await params).environment);
  return { title: translator(locale, "balances")("statement.title") };
}
