import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../../_forms/action-form";
import { FormTextField } from "../../../../../_forms/fields";
import { FormEnd } from "../../../../../_forms/form-end";
import { MetadataGroup } from "../../../_parts/metadata-group";
import { newFormKey } from "../../../../../_server/form-key";
import { pageTitle } from "../../../../../_server/page-title";
import { DialogPage } from "../../../../../_ui/dialog-page";
import { editFeature } from "../../actions";
import { featureOf, type FeaturePageProps } from "../feature-page";

/** Renames a feature. */
export default async function EditFeaturePage(props: FeaturePageProps) {
  const { viewer, feature } = await featureOf(props);
  const { locale } = viewer;
  const t = translator(locale, "features");
  const common = translator(locale, "common");
  const back = paths.feature(viewer, feature.id);
  return (
    <DialogPage title={t("editTitle")} close={{ href: back, label: t("backToOne") }}>
      <p className="text-soft">{t("editText")}</p>
      <ActionForm action={editFeature} formKey={newFormKey()}>
        <input type="hidden" name="id" value={feature.id} />
        <FormTextField
          name="name"
          label={t("name")}
          attributes={{ required: true, maxLength: 80, defaultValue: feature.name }}
        />
        <MetadataGroup viewer={viewer} metadata={feature.metadata} />
        <FormEnd locale={locale} submit={common("save")} back={back} />
      </ActionForm>
    </DialogPage>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "features")("editTitle"));
