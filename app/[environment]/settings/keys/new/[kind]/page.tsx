import { notFound } from "next/navigation";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { isKeyKind, type KeyKind } from "#lib/keys/key-text";
import { paths } from "#lib/paths";
import { ActionForm, UntilDone } from "../../../../../_forms/action-form";
import { FormCheckboxesField, FormTextField } from "../../../../../_forms/fields";
import { newFormKey } from "../../../../../_server/form-key";
import { pageTitle } from "../../../../../_server/page-title";
import { pageViewer } from "../../../../../_server/page-viewer";
import { Button } from "../../../../../_ui/button";
import { DialogPage } from "../../../../../_ui/dialog-page";
import { FormActions } from "../../../../../_ui/form";
import { makeKey } from "./actions";
import { MadeKey } from "./made-key";
import { offeredPermissions } from "./new-key-form";

type NewKeyPageProps = { params: Promise<{ environment: string; kind: string }> };

export const generateMetadata = pageTitle((locale) => translator(locale, "settings")("keys.title"));

/** Makes a key of one kind. */
export default async function NewKeyPage({ params }: NewKeyPageProps) {
  const { environment, kind } = await params;
  const viewer = await pageViewer(environment);
  if (!isKeyKind(kind)) notFound();
  const t = translator(viewer.locale, "settings");
  const common = translator(viewer.locale, "common");
  return (
    <DialogPage
      title={t(`keys.create.${kind}`)}
      close={{ href: paths.keys(viewer), label: t("keys.backToKeys") }}
    >
      <p>{t(`keys.explained.${kind}`)}</p>
      <ActionForm action={makeKey} formKey={newFormKey()}>
        <MadeKey
          title={t("keys.madeTitle")}
          made={t("keys.made")}
          madeBefore={t("keys.madeBefore")}
          copy={common("copy")}
          copied={common("copied")}
        />
        <UntilDone>
          <Fields viewer={viewer} kind={kind} />
        </UntilDone>
      </ActionForm>
      <p>
        <a href={paths.keys(viewer)}>{t("keys.backToKeys")}</a>
      </p>
    </DialogPage>
  );
}

function Fields({ viewer, kind }: { viewer: Viewer; kind: KeyKind }) {
  const t = translator(viewer.locale, "settings");
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      <FormTextField
        name="name"
        label={t("keys.name")}
        hint={t("keys.nameHint")}
        attributes={{ required: true, maxLength: 100, autoComplete: "off" }}
      />
      {kind === "restricted" && (
        <FormCheckboxesField
          name="permissions"
          label={t("keys.permissions")}
          options={offeredPermissions.map((value) => ({ value, label: t(`permission.${value}`) }))}
        />
      )}
      <FormActions>
        <Button tone="primary">{t("keys.submit")}</Button>
      </FormActions>
    </>
  );
}
