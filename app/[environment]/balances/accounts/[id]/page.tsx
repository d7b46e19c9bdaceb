import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { whyNotDeletable } from "#lib/external-accounts/delete-external-account";
import { getExternalAccount, listExternalAccounts } from "#lib/external-accounts/queries";
import type { ExternalAccountRow } from "#lib/external-accounts/wire";
import { regionName } from "#lib/i18n/regions";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../_forms/action-form";
import { found } from "../../../../_server/found";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { pageViewer } from "../../../../_server/page-viewer";
import { Button } from "../../../../_ui/button";
import { DateTime } from "../../../../_ui/date-time";
import { DescriptionList } from "../../../../_ui/description-list";
import { DialogPage } from "../../../../_ui/dialog-page";
import { timeViewOf } from "../../../../_words/time-view-of";
import { makeDefault, removeAccount } from "../../actions";
import { destinationWords } from "../../words";

type PageProps = { params: Promise<{ environment: string; id: string }> };

/** One bank account or card of the business: made the default of its currency, or removed. */
export default async function BankAccountPage({ params }: PageProps) {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  const account = await found(getExternalAccount(viewer, id));
  const t = translator(viewer.locale, "balances");
  return (
    <DialogPage
      title={destinationWords(viewer, account)}
      close={{ href: paths.balances(viewer), label: t("backToBalances") }}
    >
      <DescriptionList
        items={[
          { term: t("currency"), value: account.currency.toUpperCase() },
          { term: t("bank.country"), value: regionName(account.country, viewer.locale) },
          { term: t("bank.bankName"), value: account.bankName },
          { term: t("bank.holder"), value: account.holderName },
          { term: t("use"), value: account.defaultForCurrency ? t("default") : null },
          { term: t("bank.added"), value: <DateTime at={account.createdAt} view={timeViewOf(viewer)} /> },
        ]}
      />
      {may(viewer, "bank_accounts:write") && <Acts viewer={viewer} account={account} />}
    </DialogPage>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "balances")("account"));

async function Acts({ viewer, account }: { viewer: Viewer; account: ExternalAccountRow }) {
  const t = translator(viewer.locale, "balances");
  const { rows } = await listExternalAccounts(viewer, { limit: 100 });
  const others = rows.filter(({ currency, id }) => currency === account.currency && id !== account.id).length;
  const obstacle = whyNotDeletable(viewer, account, { others });
  const id = <input type="hidden" name="account" value={account.id} />;
  return (
    <>
      {!account.defaultForCurrency && (
        <ActionForm action={makeDefault} formKey={newFormKey()}>
          {id}
          <Button>{t("bank.makeDefault", { currency: account.currency.toUpperCase() })}</Button>
        </ActionForm>
      )}
      <p className="text-soft">{t("bank.removeText")}</p>
      <ActionForm action={removeAccount} formKey={newFormKey()}>
        {id}
        <Button tone="danger" disabledReason={obstacle && t(`bank.${obstacle}`)}>
          {t("bank.remove")}
        </Button>
      </ActionForm>
    </>
  );
}
