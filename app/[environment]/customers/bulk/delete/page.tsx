import { translator } from "#lib/i18n/translator";
import { ActionForm } from "../../../../_forms/action-form";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { pageViewer } from "../../../../_server/page-viewer";
import { Button } from "../../../../_ui/button";
import { FormActions } from "../../../../_ui/form";
import { deleteManyCustomers } from "../../../transactions/bulk/actions";
import { type NewRunProps, selectionOf } from "../../../transactions/bulk/new-run";
import { NewRunPage } from "../../../transactions/bulk/new-run-page";

export const generateMetadata = pageTitle((locale) => translator(locale, "bulk")("act.delete_customer"));

/** Deletes the selected customers, saying what goes with them and what remains. */
export default async function DeleteManyPage({ params, searchParams }: NewRunProps) {
  const viewer = await pageViewer((await params).environment);
  const selection = selectionOf(await searchParams);
  const t = translator(viewer.locale, "bulk");
  return (
    <NewRunPage viewer={viewer} list="customers" act="delete_customer" selection={selection}>
      <ActionForm action={deleteManyCustomers} formKey={newFormKey()} label={t("act.delete_customer")}>
        <input type="hidden" name="selection" value={selection} />
        <p>{t("does.deleteCustomer")}</p>
        <FormActions>
          <Button tone="primary">{t("prepare")}</Button>
        </FormActions>
      </ActionForm>
    </NewRunPage>
  );
}
