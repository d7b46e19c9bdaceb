import type { CustomerRow } from "#lib/customers/wire";
import type { Viewer } from "#lib/auth/viewer";
import { supportedCurrencies } from "#lib/currencies";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../_forms/action-form";
import { FormSelectField, FormTextField } from "../../../../_forms/fields";
import { FormEnd } from "../../../../_forms/form-end";
import { pageFormKey } from "../../../../_server/page-form-key";
import { pageTitle } from "../../../../_server/page-title";
import { adjust } from "../../balance-actions";
import { balanceInWords } from "../../balance-words";
import { customerOf, type CustomerPageProps } from "../../customer-page";
import { CustomerQuestion } from "../../customer-question";

export const generateMetadata = pageTitle((locale) => translator(locale, "customers")("ledger.title"));

/** Adds to what a customer owes or is owed. */
export default async function AdjustBalancePage(props: CustomerPageProps) {
  const { viewer, customer } = await customerOf(props);
  const t = translator(viewer.locale, "customers");
  const formKey = await pageFormKey(viewer, {
    asked: (await props.searchParams).key,
    here: paths.adjustCustomerBalance(viewer, customer.id),
    after: paths.customer(viewer, customer.id),
  });
  return (
    <CustomerQuestion viewer={viewer} id={customer.id} title={t("ledger.title")}>
      <p>{balanceInWords(customer, viewer.locale) ?? t("ledger.even")}</p>
      <p>{t("ledger.text")}</p>
      <AdjustForm viewer={viewer} customer={customer} formKey={formKey} />
    </CustomerQuestion>
  );
}

type AdjustFormProps = { viewer: Viewer; customer: CustomerRow; formKey: string };

function AdjustForm({ viewer, customer, formKey }: AdjustFormProps) {
  const t = translator(viewer.locale, "customers");
  const common = translator(viewer.locale, "common");
  const labels = {
    direction: t("ledger.direction"),
    amount: t("amount"),
    currency: t("ledger.currency"),
    note: t("ledger.note"),
  };
  return (
    <ActionForm action={adjust} formKey={formKey} labels={labels}>
      <input type="hidden" name="customer" value={customer.id} />
      <FormSelectField
        name="direction"
        label={labels.direction}
        defaultValue="credit"
        options={[
          { value: "credit", label: t("ledger.credit") },
          { value: "debit", label: t("ledger.debit") },
        ]}
      />
      <FormTextField
        name="amount"
        label={labels.amount}
        note={customer.currency?.toUpperCase()}
        attributes={{ inputMode: "decimal", autoComplete: "off", required: true }}
      />
      {customer.currency === null && (
        <FormSelectField
          name="currency"
          label={labels.currency}
          hint={t("ledger.currencyHint")}
          defaultValue={viewer.environment.currency}
          options={supportedCurrencies.map((code) => ({ value: code, label: code.toUpperCase() }))}
        />
      )}
      <FormTextField
        name="note"
        label={labels.note}
        note={common("optional")}
        hint={t("ledger.noteHint")}
        attributes={{ maxLength: 350, autoComplete: "off" }}
      />
      <FormEnd
        locale={viewer.locale}
        submit={t("ledger.submit")}
        back={paths.customer(viewer, customer.id)}
      />
    </ActionForm>
  );
}
