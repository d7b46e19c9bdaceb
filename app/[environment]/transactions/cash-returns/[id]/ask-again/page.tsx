import { whyNotAskedAgain } from "#lib/cash/ask-again";
import { getReturnDetail } from "#lib/cash/return-detail";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../../_forms/action-form";
import { FreshOnReturn } from "../../../../../_forms/fresh-on-return";
import { found } from "../../../../../_server/found";
import { newFormKey } from "../../../../../_server/form-key";
import { pageTitle } from "../../../../../_server/page-title";
import { pageViewer } from "../../../../../_server/page-viewer";
import { Button, ButtonLink } from "../../../../../_ui/button";
import { DialogPage } from "../../../../../_ui/dialog-page";
import { FormActions } from "../../../../../_ui/form";
import { Notice } from "../../../../../_ui/notice";
import { moneyOf } from "../../../../../_words/money-of";
import { askAgain } from "../../actions";
import type { CashReturnPageProps } from "../page";

export const generateMetadata = pageTitle((locale) => translator(locale, "cash")("again.title"));

/** Says who will be written to again, and where; then does it. */
export default async function AskAgainPage({ params }: CashReturnPageProps) {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  const detail = await found(getReturnDetail(viewer, id));
  const { amount, currency, asked } = detail.cashReturn;
  const t = translator(viewer.locale, "cash");
  const back = paths.cashReturn(viewer, id);
  const obstacle = whyNotAskedAgain(viewer, detail);
  return (
    <DialogPage title={t("again.title")} close={{ href: back, label: t("cancel.back") }}>
      <FreshOnReturn />
      {obstacle === null ? (
        <>
          <p>{t("again.text", { amount: moneyOf(viewer, amount, currency), email: asked?.email ?? "" })}</p>
          <ActionForm action={askAgain} formKey={newFormKey()} label={t("again.title")}>
            <input type="hidden" name="return" value={id} />
            <FormActions>
              <Button tone="primary">{t("again.submit")}</Button>
              <ButtonLink href={back}>{t("cancel.back")}</ButtonLink>
            </FormActions>
          </ActionForm>
        </>
      ) : (
        <Notice title={obstacle === "too_often" ? t("again.often") : t("again.over")} />
      )}
    </DialogPage>
  );
}
