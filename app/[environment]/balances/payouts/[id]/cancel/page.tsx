import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { getPayoutDetail } from "#lib/payouts/payout-detail";
import { whyNot } from "#lib/payouts/status";
import { ActionForm } from "../../../../../_forms/action-form";
import { FreshOnReturn } from "../../../../../_forms/fresh-on-return";
import { newFormKey } from "../../../../../_server/form-key";
import { found } from "../../../../../_server/found";
import { pageTitle } from "../../../../../_server/page-title";
import { pageViewer } from "../../../../../_server/page-viewer";
import { Button, ButtonLink } from "../../../../../_ui/button";
import { DialogPage } from "../../../../../_ui/dialog-page";
import { FormActions } from "../../../../../_ui/form";
import { Notice } from "../../../../../_ui/notice";
import { moneyOf } from "../../../../../_words/money-of";
import { cancel } from "../../../actions";
import { destinationWords } from "../../../words";

type CancelPayoutPageProps = { params: Promise<{ environment: string; id: string }> };

/** Says what canceling a payout means, then does it. */
export default async function CancelPayoutPage({ params }: CancelPayoutPageProps) {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  const { payout, destination } = await found(getPayoutDetail(viewer, id));
  const t = translator(viewer.locale, "balances");
  const back = paths.payout(viewer, id);
  const amount = moneyOf(viewer, payout.amount, payout.currency);
  return (
    <DialogPage title={t("cancelTitle")} close={{ href: back, label: t("backToPayout") }}>
      <FreshOnReturn />
      {whyNot("cancel", payout, destination) === null ? (
        <>
          <p>{t("cancelText", { amount, account: destinationWords(viewer, destination) })}</p>
          <ActionForm action={cancel} formKey={newFormKey()}>
            <input type="hidden" name="payout" value={id} />
            <FormActions>
              <Button tone="danger">{t("cancelSubmit", { amount })}</Button>
              <ButtonLink href={back}>{t("backToPayout")}</ButtonLink>
            </FormActions>
          </ActionForm>
        </>
      ) : (
        <Notice title={payout.automatic ? t("cannotCancelAutomatic") : t("cannotCancelNow")} />
      )}
    </DialogPage>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "balances")("cancelTitle"));
