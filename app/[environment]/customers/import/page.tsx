import type { Viewer } from "#lib/auth/viewer";
import type { ImportRow } from "#lib/imports/queries";
import { listImports } from "#lib/imports/queries";
import { uploadAddress } from "#lib/imports/upload-address";
import { catalogues } from "#lib/messages/catalogues";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { requireSignedIn } from "../../../_server/signed-in";
import { Button } from "../../../_ui/button";
import { DateTime } from "../../../_ui/date-time";
import { Field } from "../../../_ui/field";
import { FormActions } from "../../../_ui/form";
import { Notice } from "../../../_ui/notice";
import { Page, PageHeader } from "../../../_ui/page-header";
import { Section } from "../../../_ui/section";
import { type Column, Table } from "../../../_ui/table";
import { ImportStateOf, rowsInWords } from "./import-words";

type ImportPageProps = EnvironmentPageProps & { searchParams: Promise<{ problem?: string | string[] }> };

export const generateMetadata = pageTitle((locale) => translator(locale, "customers")("import.title"));

/** Takes in a file of customers, and shows those taken in before. */
export default async function ImportCustomersPage({ params, searchParams }: ImportPageProps) {
  const viewer = await pageViewer((await params).environment);
  const before = await listImports(viewer, "customers");
  const { person, session } = await requireSignedIn();
  const t = translator(viewer.locale, "customers");
  const crumbs = [{ label: t("title"), href: paths.customers(viewer) }, { label: t("import.title") }];
  const address = uploadAddress({
    slug: viewer.environment.slug,
    kind: "customers",
    personId: person.id,
    sessionId: session.id,
  });
  return (
    <Page>
      <PageHeader
        title={t("import.title")}
        breadcrumb={{ label: translator(viewer.locale, "common")("breadcrumb"), crumbs }}
      />
      <Problem viewer={viewer} code={(await searchParams).problem} />
      <p>{t("import.text")}</p>
      <form className="ui-form" action={address} method="post" encType="multipart/form-data">
        <Field name="file" label={t("import.file")} hint={t("import.fileHint")}>
          <input
            className="ui-input"
            type="file"
            id="file"
            name="file"
            accept=".csv,.tsv,.txt,text/csv"
            aria-describedby="file-hint"
            required
          />
        </Field>
        <FormActions>
          <Button tone="primary">{t("import.upload")}</Button>
        </FormActions>
      </form>
      {before.length > 0 && (
        <Section title={t("import.before")}>
          <Table
            caption={t("import.before")}
            columns={columnsFor(viewer)}
            rows={before}
            rowKey={({ id }) => id}
            rowHref={({ id }) => paths.customerImport(viewer, id)}
          />
        </Section>
      )}
    </Page>
  );
}

function Problem({ viewer, code }: { viewer: Viewer; code: string | string[] | undefined }) {
  if (typeof code !== "string") return null;
  const known = catalogues[viewer.locale].errors.code;
  const text = Object.entries(known).find(([name]) => name === code)?.[1];
  return <Notice tone="hurt" title={text ?? translator(viewer.locale, "errors")("code.file_not_csv")} />;
}

function columnsFor(viewer: Viewer): Column<ImportRow>[] {
  const t = translator(viewer.locale, "customers");
  const view = { locale: viewer.locale, timeZone: viewer.timeZone, now: viewer.now() };
  return [
    { key: "file", label: t("import.file"), card: "title", cell: ({ filename }) => filename },
    {
      key: "state",
      label: t("status"),
      card: "state",
      cell: ({ state }) => <ImportStateOf viewer={viewer} state={state} />,
    },
    { key: "rows", label: t("import.rows"), card: "detail", cell: (row) => rowsInWords(viewer, row) },
    { key: "by", label: t("import.by"), tone: "quiet", cell: ({ createdBy }) => createdBy.name },
    {
      key: "when",
      label: t("when"),
      tone: "quiet",
      card: "moment",
      cell: ({ createdAt }) => <DateTime at={createdAt} view={view} as="when" />,
    },
  ];
}
