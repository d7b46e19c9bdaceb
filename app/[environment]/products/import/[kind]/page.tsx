import type { Metadata } from "next";
import { may } from "#lib/auth/permissions";
import { sheetNames } from "#lib/catalogue/file/sheet";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { type ProblemParams, UploadForm } from "../../../../_imports/upload-form";
import { Page, PageHeader } from "../../../../_ui/page-header";
import { Tabs } from "../../../../_ui/tabs";
import { catalogueImportShown, type ImportParams } from "./import-page";

type ImportPageProps = { params: Promise<ImportParams>; searchParams: ProblemParams };

/** Takes in a file of one list of the catalogue, and shows those taken in before. */
export default async function ImportCataloguePage({ params, searchParams }: ImportPageProps) {
  const { viewer, kind } = await catalogueImportShown(await params);
  const t = translator(viewer.locale, "imports");
  const title = t(`of.${kind}.title`);
  const products = translator(viewer.locale, "products")("title");
  const crumbs = [{ label: products, href: paths.products(viewer) }, { label: title }];
  return (
    <Page>
      <PageHeader
        title={title}
        breadcrumb={{ label: translator(viewer.locale, "common")("breadcrumb"), crumbs }}
      />
      <Tabs
        label={t("lists")}
        tabs={sheetNames.map((name) => ({
          href: paths.imports(viewer, name),
          label: t(`list.${name}`),
          current: name === kind,
        }))}
      />
      <UploadForm viewer={viewer} kind={kind} problem={searchParams}>
        {may(viewer, "exports:read") && (
          <p>
            <a href={paths.exportCatalogue(viewer, kind)}>{t("example")}</a>
          </p>
        )}
      </UploadForm>
    </Page>
  );
}

export async function generateMetadata({ params }: ImportPageProps): Promise<Metadata> {
  const { viewer, kind } = await catalogueImportShown(await params);
  return { title: translator(viewer.locale, "imports")(`of.${kind}.title`) };
}
