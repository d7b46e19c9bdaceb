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
import { reverse } from "../../../actions";
import { destinationWords } from "../../../words";

type PageProps = { params: Promise<{ environment: string; id: string }> };

/** Says what taking a payout back means, then does it. */
export default async function ReversePayoutPage({ params }: PageProps) {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  const { payout, destination } = await found(getPayoutDetail(viewer, id));
  const t = translator(viewer.locale, "balances");
  const back = paths.payout(viewer, id);
  const obstacle = whyNot("reverse", payout, destination);
  const amount = moneyOf(viewer, payout.amount, payout.currency);
  return (
    <DialogPage title={t("reversal.title")} close={{ href: back, label: t("backToPayout") }}>
      <FreshOnReturn />
      {obstacle === null ? (
        <>
          <p>{t("reversal.text", { amount, account: destinationWords(viewer, destination) })}</p>
          <ActionForm action={reverse} formKey={newFormKey()}>
            <input type="hidden" name="payout" value={id} />
            <FormActions>
              <Button tone="danger">{t("reversal.submit", { amount })}</Button>
              <ButtonLink href={back}>{t("backToPayout")}</ButtonLink>
            </FormActions>
          </ActionForm>
        </>
      ) : (
        <Notice title={t("reversal.not")}>{t(`reversal.why.${obstacle}`)}</Notice>
      )}
    </DialogPage>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "balances")("reversal.title"));
