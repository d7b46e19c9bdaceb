import { translator } from "#lib/i18n/translator";
import { ActionForm } from "../../../../../_forms/action-form";
import { newFormKey } from "../../../../../_server/form-key";
import { pageTitle } from "../../../../../_server/page-title";
import { pageViewer } from "../../../../../_server/page-viewer";
import { Button } from "../../../../../_ui/button";
import { FormActions } from "../../../../../_ui/form";
import { acceptManyDisputes } from "../../../bulk/actions";
import { type NewRunProps, selectionOf } from "../../../bulk/new-run";
import { NewRunPage } from "../../../bulk/new-run-page";

export const generateMetadata = pageTitle((locale) => translator(locale, "bulk")("act.accept_dispute"));

/** Accepts the selected disputes, once it was said what that costs. */
export default async function AcceptManyPage({ params, searchParams }: NewRunProps) {
  const viewer = await pageViewer((await params).environment);
  const selection = selectionOf(await searchParams);
  const t = translator(viewer.locale, "bulk");
  return (
    <NewRunPage viewer={viewer} list="disputes" act="accept_dispute" selection={selection}>
      <ActionForm action={acceptManyDisputes} formKey={newFormKey()} label={t("act.accept_dispute")}>
        <input type="hidden" name="selection" value={selection} />
        <p>{t("does.acceptDispute")}</p>
        <FormActions>
          <Button tone="primary">{t("prepare")}</Button>
        </FormActions>
      </ActionForm>
    </NewRunPage>
  );
}
