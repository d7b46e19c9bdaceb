import { notFound } from "next/navigation";
import { translator } from "#lib/i18n/translator";
import { isInUse } from "#lib/keys/state";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../../_forms/action-form";
import { FormEnd } from "../../../../../_forms/form-end";
import { newFormKey } from "../../../../../_server/form-key";
import { pageTitle } from "../../../../../_server/page-title";
import { DialogPage } from "../../../../../_ui/dialog-page";
import { editKey } from "../../actions";
import { KeyFields } from "../../key-fields";
import { type KeyPageProps, keyOf } from "../key-page";

export const generateMetadata = pageTitle((locale) => translator(locale, "settings")("keys.title"));

/** Changes what a key may do and from where. */
export default async function EditKeyPage(props: KeyPageProps) {
  const { viewer, apiKey } = await keyOf(props);
  if (!isInUse(apiKey, viewer.now())) notFound();
  const t = translator(viewer.locale, "settings");
  const back = paths.key(viewer, apiKey.id);
  return (
    <DialogPage
      title={t("keys.editTitle", { name: apiKey.name })}
      close={{ href: back, label: t("keys.backToKey") }}
    >
      <ActionForm action={editKey} formKey={newFormKey()} labels={{ permissions: t("keys.permissions") }}>
        <input type="hidden" name="id" value={apiKey.id} />
        <KeyFields viewer={viewer} kind={apiKey.kind} apiKey={apiKey} />
        <FormEnd locale={viewer.locale} submit={t("keys.save")} back={back} />
      </ActionForm>
    </DialogPage>
  );
}
