import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { balanceOverview } from "#lib/payouts/balance-overview";
import { ActionForm } from "../../../../_forms/action-form";
import { FormEnd } from "../../../../_forms/form-end";
import { FormSelectField, FormTextField } from "../../../../_forms/fields";
import { FreshOnReturn } from "../../../../_forms/fresh-on-return";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../_server/page-viewer";
import { DialogPage } from "../../../../_ui/dialog-page";
import { addToBalance } from "../../actions";

/** Adds money to the balance: by a transfer of one's own, or taken from the bank account. */
export default async function NewTopupPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const { currencies } = await balanceOverview(viewer);
  const t = translator(viewer.locale, "balances");
  return (
    <DialogPage title={t("topup.add")} close={{ href: paths.topups(viewer), label: t("topup.back") }}>
      <FreshOnReturn />
      <p>{t("topup.intro")}</p>
      <ActionForm
        action={addToBalance}
        formKey={newFormKey()}
        labels={{
          amount: t("amount"),
          currency: t("currency"),
          way: t("topup.way"),
          description: t("description"),
        }}
      >
        <FormTextField
          name="amount"
          label={t("amount")}
          attributes={{ required: true, inputMode: "decimal", autoComplete: "off" }}
        />
        <FormSelectField
          name="currency"
          label={t("currency")}
          options={currencies.map(({ currency }) => ({ value: currency, label: currency.toUpperCase() }))}
          defaultValue={viewer.environment.currency}
          required
        />
        <FormSelectField
          name="way"
          label={t("topup.way")}
          options={(["transfer", "debit"] as const).map((value) => ({
            value,
            label: t(`topup.ways.${value}`),
          }))}
          defaultValue="transfer"
          required
        />
        <FormTextField
          name="description"
          label={t("description")}
          note={translator(viewer.locale, "common")("optional")}
          attributes={{ maxLength: 200, autoComplete: "off" }}
        />
        <FormEnd locale={viewer.locale} submit={t("topup.add")} back={paths.topups(viewer)} />
      </ActionForm>
    </DialogPage>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "balances")("topup.add"));
