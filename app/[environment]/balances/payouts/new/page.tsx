import type { Viewer } from "#lib/auth/viewer";
import { listExternalAccounts } from "#lib/external-accounts/queries";
import { formatPercent } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { currencyOf, isCurrency, payable } from "#lib/money";
import { paths } from "#lib/paths";
import { balanceOverview, type CurrencyBalance } from "#lib/payouts/balance-overview";
import { instantHoldings, instantMaximum, instantNet, instantRate, mostADay } from "#lib/payouts/instant";
import type { ExternalAccountRow } from "#lib/external-accounts/wire";
import { ActionForm } from "../../../../_forms/action-form";
import { FormEnd } from "../../../../_forms/form-end";
import { FormMoneyField, FormSelectField, FormTextField } from "../../../../_forms/fields";
import { FreshOnReturn } from "../../../../_forms/fresh-on-return";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../_server/page-viewer";
import { DialogPage } from "../../../../_ui/dialog-page";
import { Notice } from "../../../../_ui/notice";
import { Tabs } from "../../../../_ui/tabs";
import { moneyOf } from "../../../../_words/money-of";
import { typedForm } from "../../../../_words/money-of";
import { payOut } from "../../actions";
import { destinationWords } from "../../words";

type Query = { currency?: string | string[]; amount?: string | string[] };
type PageProps = EnvironmentPageProps & { searchParams: Promise<Query> };

/** Sends money to the business's bank. */
export default async function NewPayoutPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const { currency: asked, amount } = await searchParams;
  const { currencies } = await balanceOverview(viewer);
  const balance = currencies.find(({ currency }) => currency === asked) ?? currencies[0];
  const t = translator(viewer.locale, "balances");
  const { rows } = await listExternalAccounts(viewer, { limit: 100 });
  const accounts = rows.filter(({ currency, status }) => currency === balance?.currency && status === "new");
  return (
    <DialogPage title={t("payOut")} close={{ href: paths.balances(viewer), label: t("backToBalances") }}>
      <FreshOnReturn />
      {currencies.length > 1 && (
        <Tabs
          label={t("currency")}
          tabs={currencies.map(({ currency }) => ({
            href: `${paths.newPayout(viewer)}?currency=${currency}`,
            label: currency.toUpperCase(),
            current: currency === balance?.currency,
          }))}
        />
      )}
      {balance && accounts.length > 0 ? (
        <PayoutForm viewer={viewer} balance={balance} accounts={accounts} amount={Number(amount)} />
      ) : (
        <Notice title={t("nowhereToPay")} />
      )}
    </DialogPage>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "balances")("payOut"));

type PayoutFormProps = {
  viewer: Viewer;
  balance: CurrencyBalance;
  accounts: ExternalAccountRow[];
  /** What was to be paid out before, minor units; NaN: all there is. */
  amount: number;
};

function PayoutForm({ viewer, balance, accounts, amount }: PayoutFormProps) {
  const t = translator(viewer.locale, "balances");
  const currency = currencyOf(balance.currency);
  const available = Math.max(0, balance.available);
  const typed = Number.isSafeInteger(amount) && amount > 0 ? amount : payable(available, currency);
  const first = accounts.find(({ defaultForCurrency }) => defaultForCurrency) ?? accounts[0];
  return (
    <ActionForm
      action={payOut}
      formKey={newFormKey()}
      labels={{
        amount: t("amount"),
        method: t("speed"),
        destination: t("to"),
        description: t("description"),
      }}
    >
      <input type="hidden" name="currency" value={currency} />
      <FormMoneyField
        name="amount"
        label={t("amount")}
        hint={t("amountHint", { amount: moneyOf(viewer, available, currency) })}
        currency={currency}
        attributes={{ defaultValue: typedForm(viewer, typed, currency), required: true }}
      />
      <FormSelectField
        name="destination"
        label={t("to")}
        options={accounts.map((account) => ({ value: account.id, label: destinationWords(viewer, account) }))}
        defaultValue={first?.id}
        required
      />
      <FormSelectField
        name="method"
        label={t("speed")}
        hint={accounts.some(({ instant }) => instant) ? instantWords(viewer, balance) : t("noInstant")}
        options={(["standard", "instant"] as const).map((value) => ({ value, label: t(`method.${value}`) }))}
        defaultValue="standard"
        required
      />
      <FormTextField
        name="description"
        label={t("description")}
        note={translator(viewer.locale, "common")("optional")}
        attributes={{ maxLength: 200, autoComplete: "off" }}
      />
      <FormEnd locale={viewer.locale} submit={t("payOut")} back={paths.balances(viewer)} />
    </ActionForm>
  );
}

/** What an instant payout costs, and how much it can be. */
function instantWords(viewer: Viewer, { currency, available, pending }: CurrencyBalance): string {
  if (!isCurrency(currency)) return "";
  return translator(viewer.locale, "balances")("instantHint", {
    rate: formatPercent(Number(instantRate(viewer.environment)), viewer.locale),
    now: moneyOf(
      viewer,
      instantNet(viewer.environment, instantHoldings({ available, pending }), currency),
      currency,
    ),
    maximum: moneyOf(viewer, instantMaximum(currency), currency),
    most: mostADay,
  });
}
