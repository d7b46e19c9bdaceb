import { countries } from "#lib/accounts/countries";
import { supportedCurrencies } from "#lib/money";
import { regionName } from "#lib/i18n/regions";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../_forms/action-form";
import { FormEnd } from "../../../../_forms/form-end";
import { FormCheckboxesField, FormSelectField, FormTextField } from "../../../../_forms/fields";
import { FreshOnReturn } from "../../../../_forms/fresh-on-return";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../_server/page-viewer";
import { DialogPage } from "../../../../_ui/dialog-page";
import { addBankAccount } from "../../actions";

/** Adds a bank account of the business, to be paid out to. */
export default async function NewBankAccountPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const { environment, locale } = viewer;
  const t = translator(locale, "balances");
  return (
    <DialogPage title={t("bank.add")} close={{ href: paths.balances(viewer), label: t("backToBalances") }}>
      <FreshOnReturn />
      <ActionForm
        action={addBankAccount}
        formKey={newFormKey()}
        labels={{ holder: t("bank.holder"), number: t("bank.number"), routing: t("bank.routing") }}
      >
        <FormSelectField
          name="country"
          label={t("bank.country")}
          options={Object.keys(countries).map((value) => ({ value, label: regionName(value, locale) }))}
          defaultValue={environment.country}
          required
        />
        <FormSelectField
          name="currency"
          label={t("currency")}
          options={supportedCurrencies.map((value) => ({ value, label: value.toUpperCase() }))}
          defaultValue={environment.currency}
          required
        />
        <FormTextField
          name="holder"
          label={t("bank.holder")}
          attributes={{ required: true, defaultValue: environment.accountName, autoComplete: "off" }}
        />
        <FormTextField
          name="number"
          label={t("bank.number")}
          hint={t("bank.numberHint")}
          attributes={{ required: true, autoComplete: "off", spellCheck: false }}
        />
        <FormTextField
          name="routing"
          label={t("bank.routing")}
          note={t("bank.routingNote")}
          attributes={{ autoComplete: "off", spellCheck: false }}
        />
        <FormCheckboxesField
          name="use"
          label={t("use")}
          options={[{ value: "default", label: t("bank.asDefault") }]}
        />
        <FormEnd locale={viewer.locale} submit={t("bank.add")} back={paths.balances(viewer)} />
      </ActionForm>
    </DialogPage>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "balances")("bank.add"));
