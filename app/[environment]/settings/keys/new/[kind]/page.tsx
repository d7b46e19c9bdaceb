import { notFound } from "next/navigation";
import { translator } from "#lib/i18n/translator";
import { isKeyKind } from "#lib/keys/key-text";
import { paths } from "#lib/paths";
import { ActionForm, UntilDone } from "../../../../../_forms/action-form";
import { FormSelectField } from "../../../../../_forms/fields";
import { newFormKey } from "../../../../../_server/form-key";
import { pageTitle } from "../../../../../_server/page-title";
import { pageViewer } from "../../../../../_server/page-viewer";
import { requireProof } from "../../../../../_server/require-proof";
import { Button } from "../../../../../_ui/button";
import { DialogPage } from "../../../../../_ui/dialog-page";
import { FormActions } from "../../../../../_ui/form";
import { makeKey } from "../../actions";
import { KeyFields } from "../../key-fields";
import { lifetimes } from "../../key-forms";
import { KeyNotice } from "../../key-notice";

type NewKeyPageProps = { params: Promise<{ environment: string; kind: string }> };

export const generateMetadata = pageTitle((locale) => translator(locale, "settings")("keys.title"));

/** Makes a key of one kind. */
export default async function NewKeyPage({ params }: NewKeyPageProps) {
  const { environment, kind } = await params;
  const viewer = await pageViewer(environment);
  if (!isKeyKind(kind)) notFound();
  requireProof(viewer, paths.newKey(viewer, kind));
  const t = translator(viewer.locale, "settings");
  return (
    <DialogPage
      title={t(`keys.create.${kind}`)}
      close={{ href: paths.keys(viewer), label: t("keys.backToKeys") }}
    >
      <p>{t(`keys.explained.${kind}`)}</p>
      <ActionForm action={makeKey} formKey={newFormKey()} labels={{ permissions: t("keys.permissions") }}>
        <KeyNotice viewer={viewer} />
        <UntilDone>
          <input type="hidden" name="kind" value={kind} />
          <KeyFields viewer={viewer} kind={kind} />
          <FormSelectField
            name="lifetime"
            label={t("keys.expires")}
            defaultValue="0"
            options={lifetimes.map((count) => ({
              value: String(count),
              label: t("keys.lifetime", { count }),
            }))}
          />
          <FormActions>
            <Button tone="primary">{t("keys.submit")}</Button>
          </FormActions>
        </UntilDone>
      </ActionForm>
      <p>
        <a href={paths.keys(viewer)}>{t("keys.backToKeys")}</a>
      </p>
    </DialogPage>
  );
}
