import { translator } from "#lib/i18n/translator";
import { ActionForm } from "../../../../_forms/action-form";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { pageViewer } from "../../../../_server/page-viewer";
import { Button } from "../../../../_ui/button";
import { FormActions } from "../../../../_ui/form";
import { sendManyReceipts } from "../actions";
import { type NewRunProps, selectionOf } from "../new-run";
import { NewRunPage } from "../new-run-page";

export const generateMetadata = pageTitle((locale) => translator(locale, "bulk")("act.receipt"));

/** Sends the receipt of each selected payment to its customer. */
export default async function SendReceiptsPage({ params, searchParams }: NewRunProps) {
  const viewer = await pageViewer((await params).environment);
  const selection = selectionOf(await searchParams);
  const t = translator(viewer.locale, "bulk");
  return (
    <NewRunPage viewer={viewer} list="payments" act="receipt" selection={selection}>
      <ActionForm action={sendManyReceipts} formKey={newFormKey()} label={t("act.receipt")}>
        <input type="hidden" name="selection" value={selection} />
        <p>{t("does.receipt")}</p>
        <FormActions>
          <Button tone="primary">{t("prepare")}</Button>
        </FormActions>
      </ActionForm>
    </NewRunPage>
  );
}
