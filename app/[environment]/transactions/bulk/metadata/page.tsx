import { translator } from "#lib/i18n/translator";
import { ActionForm } from "../../../../_forms/action-form";
import { FormTextField } from "../../../../_forms/fields";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { pageViewer } from "../../../../_server/page-viewer";
import { Button } from "../../../../_ui/button";
import { FormActions } from "../../../../_ui/form";
import { addManyMetadata } from "../actions";
import { type NewRunProps, selectionOf } from "../new-run";
import { NewRunPage } from "../new-run-page";

export const generateMetadata = pageTitle((locale) => translator(locale, "bulk")("act.metadata"));

/** Gives each selected payment an entry of metadata; one of the same name is replaced. */
export default async function AddMetadataPage({ params, searchParams }: NewRunProps) {
  const viewer = await pageViewer((await params).environment);
  const selection = selectionOf(await searchParams);
  const t = translator(viewer.locale, "bulk");
  return (
    <NewRunPage viewer={viewer} list="payments" act="metadata" selection={selection}>
      <ActionForm action={addManyMetadata} formKey={newFormKey()} label={t("act.metadata")}>
        <input type="hidden" name="selection" value={selection} />
        <div className="grid grid-cols-2 gap-3">
          <FormTextField name="name" label={t("metadata.name")} attributes={{ maxLength: 40 }} />
          <FormTextField name="value" label={t("metadata.value")} attributes={{ maxLength: 500 }} />
        </div>
        <FormActions>
          <Button tone="primary">{t("prepare")}</Button>
        </FormActions>
      </ActionForm>
    </NewRunPage>
  );
}
