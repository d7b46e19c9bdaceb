import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../_forms/action-form";
import { FormTextField } from "../../../../_forms/fields";
import { FormEnd } from "../../../../_forms/form-end";
import { MetadataGroup } from "../../_parts/metadata-group";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../_server/page-viewer";
import { DialogPage } from "../../../../_ui/dialog-page";
import { addFeature } from "../actions";

/** Adds a feature that products can have. */
export default async function NewFeaturePage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const { locale } = viewer;
  const t = translator(locale, "features");
  const back = paths.features(viewer);
  return (
    <DialogPage title={t("addTitle")} close={{ href: back, label: t("back") }}>
      <ActionForm
        action={addFeature}
        formKey={newFormKey()}
        labels={{ name: t("name"), lookupKey: t("lookupKey") }}
      >
        <FormTextField
          name="name"
          label={t("name")}
          hint={t("nameHint")}
          attributes={{ required: true, maxLength: 80, autoComplete: "off" }}
        />
        <FormTextField
          name="lookupKey"
          label={t("lookupKey")}
          hint={t("lookupKeyHint")}
          attributes={{ required: true, maxLength: 80, autoComplete: "off", spellCheck: false }}
        />
        <MetadataGroup viewer={viewer} metadata={{}} />
        <FormEnd locale={locale} submit={t("create")} back={back} />
      </ActionForm>
    </DialogPage>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "features")("addTitle"));
