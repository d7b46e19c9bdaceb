import { may } from "#lib/auth/permissions";
import { mostLines } from "#lib/catalogue/import-catalogue";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../_forms/action-form";
import { FormFileField } from "../../../_forms/fields";
import { newFormKey } from "../../../_server/form-key";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { DialogPage } from "../../../_ui/dialog-page";
import { sendCatalogue } from "./actions";
import { ImportResult } from "./import-result";

/** Takes in a file of products and prices, once it was said what will come of it. */
export default async function ImportCataloguePage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const t = translator(viewer.locale, "catalogueImport");
  const products = translator(viewer.locale, "products");
  return (
    <DialogPage title={t("title")} close={{ href: paths.products(viewer), label: products("back") }}>
      <p>{t("text")}</p>
      {may(viewer, "exports:read") && (
        <p>
          <a href={`${paths.exportCatalogue(viewer)}?state=all`}>{t("example")}</a>
        </p>
      )}
      <ActionForm action={sendCatalogue} formKey={newFormKey()} labels={{ file: t("file") }}>
        <FormFileField
          name="file"
          label={t("file")}
          hint={t("fileHint", { count: mostLines })}
          accept=".csv,.tsv,.txt,text/csv"
        />
        <ImportResult words={{ check: t("check"), takeIn: t("takeIn"), refused: t("refused") }} />
      </ActionForm>
      <p>
        <a href={paths.products(viewer)}>{products("back")}</a>
      </p>
    </DialogPage>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "catalogueImport")("title"));
