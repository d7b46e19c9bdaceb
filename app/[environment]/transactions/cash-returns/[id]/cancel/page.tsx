import { whyNotTakenBack } from "#lib/cash/cancel-return";
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
import { nameOf } from "#lib/customers/name-of";
import { cancelReturn } from "../../actions";
import type { CashReturnPageProps } from "../page";

export const generateMetadata = pageTitle((locale) => translator(locale, "cash")("cancel.title"));

/** Says what canceling a return means, then does it. */
export default async function CancelReturnPage({ params }: CashReturnPageProps) {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  const { cashReturn, customer } = await found(getReturnDetail(viewer, id));
  const t = translator(viewer.locale, "cash");
  const back = paths.cashReturn(viewer, id);
  const amount = moneyOf(viewer, cashReturn.amount, cashReturn.currency);
  return (
    <DialogPage title={t("cancel.title")} close={{ href: back, label: t("cancel.back") }}>
      <FreshOnReturn />
      {whyNotTakenBack(viewer, cashReturn) === null ? (
        <>
          <p>{t("cancel.text", { amount, name: nameOf(customer) })}</p>
          <ActionForm action={cancelReturn} formKey={newFormKey()} label={t("cancel.title")}>
            <input type="hidden" name="return" value={id} />
            <FormActions>
              <Button tone="danger">{t("cancel.submit", { amount })}</Button>
              <ButtonLink href={back}>{t("cancel.back")}</ButtonLink>
            </FormActions>
          </ActionForm>
        </>
      ) : (
        <Notice title={cashReturn.status === "pending" ? t("cancel.sent") : t("cancel.over")} />
      )}
    </DialogPage>
  );
}
