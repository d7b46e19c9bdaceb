import type { Viewer } from "#lib/auth/viewer";
import { getCash } from "#lib/cash/queries";
import { translator } from "#lib/i18n/translator";
import { currencyOf } from "#lib/money";
import { paths } from "#lib/paths";
import { refundReasons } from "#lib/refunds/refund-payment";
import { ActionForm } from "../../../../../_forms/action-form";
import { FormSelectField, FormTextField } from "../../../../../_forms/fields";
import { FormEnd } from "../../../../../_forms/form-end";
import { pageFormKey } from "../../../../../_server/page-form-key";
import { pageTitle } from "../../../../../_server/page-title";
import { moneyOf, typedForm } from "../../../../../_words/money-of";
import { sendBack } from "../../../cash-actions";
import { customerOf, type CustomerPageProps } from "../../../customer-page";
import { CustomerQuestion } from "../../../customer-question";

export const generateMetadata = pageTitle((locale) => translator(locale, "cash")("back.title"));

/** Sends back money that a customer sent ahead. */
export default async function ReturnCashPage(props: CustomerPageProps) {
  const { viewer, customer } = await customerOf(props);
  const t = translator(viewer.locale, "cash");
  const { available } = await getCash(viewer, customer.id);
  const unspent = Object.entries(available ?? {}).filter(([, balance]) => balance > 0);
  const formKey = await pageFormKey(viewer, {
    asked: (await props.searchParams).key,
    here: paths.returnCustomerCash(viewer, customer.id),
    after: paths.customer(viewer, customer.id),
  });
  return (
    <CustomerQuestion viewer={viewer} id={customer.id} title={t("back.title")}>
      <p>{unspent.length === 0 ? t("back.nothing") : t("back.text")}</p>
      {unspent.length > 0 && (
        <ReturnForm viewer={viewer} customerId={customer.id} unspent={unspent} formKey={formKey} />
      )}
    </CustomerQuestion>
  );
}

type ReturnFormProps = {
  viewer: Viewer;
  customerId: string;
  /** Minor units by currency. */
  unspent: [string, number][];
  formKey: string;
};

function ReturnForm({ viewer, customerId, unspent, formKey }: ReturnFormProps) {
  const t = translator(viewer.locale, "cash");
  const refund = translator(viewer.locale, "refund");
  const [[currency, left] = ["", 0]] = unspent;
  const amounts = unspent.map(([code, balance]) => moneyOf(viewer, balance, code));
  const only = unspent.length === 1;
  const labels = { currency: t("back.currency"), amount: t("back.amount"), reason: t("back.reason") };
  return (
    <ActionForm action={sendBack} formKey={formKey} label={t("back.title")} labels={labels}>
      <input type="hidden" name="customer" value={customerId} />
      {only && <input type="hidden" name="currency" value={currency} />}
      {!only && (
        <FormSelectField
          name="currency"
          label={labels.currency}
          options={unspent.map(([value]) => ({ value, label: value.toUpperCase() }))}
        />
      )}
      <FormTextField
        name="amount"
        label={labels.amount}
        note={only ? currency.toUpperCase() : undefined}
        hint={t("back.amountHint", { amount: new Intl.ListFormat(viewer.locale).format(amounts) })}
        attributes={{
          inputMode: "decimal",
          autoComplete: "off",
          required: true,
          defaultValue: only ? typedForm(viewer, left, currencyOf(currency)) : undefined,
        }}
      />
      <FormSelectField
        name="reason"
        label={labels.reason}
        defaultValue="requested_by_customer"
        options={refundReasons.toReversed().map((value) => ({ value, label: refund(`reasons.${value}`) }))}
      />
      <FormEnd locale={viewer.locale} submit={t("back.submit")} back={paths.customer(viewer, customerId)} />
    </ActionForm>
  );
}
