import type { Viewer } from "#lib/auth/viewer";
import type { CustomerRow } from "#lib/customers/wire";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import { ActionForm } from "../../../_forms/action-form";
import { FormCheckboxesField, FormTextField } from "../../../_forms/fields";
import { FormEnd } from "../../../_forms/form-end";
import { CurrencyField } from "../../../_payments/currency-field";
import { MeansFields } from "../../../_payments/means-fields";
import { Disclosure } from "../../../_ui/disclosure";
import { takePayment } from "./actions";
import { newCustomer } from "./payment-typed";

type PaymentFormProps = {
  viewer: Viewer;
  customer: CustomerRow | typeof newCustomer | null;
  methods: PaymentMethodRow[];
  formKey: string;
};

export function PaymentForm({ viewer, customer, methods, formKey }: PaymentFormProps) {
  const t = translator(viewer.locale, "collect");
  const known = customer !== null && customer !== newCustomer ? customer : null;
  return (
    <ActionForm action={takePayment} formKey={formKey} label={t("title")} labels={labelsOf(viewer)}>
      <input type="hidden" name="customer" value={known?.id ?? (customer === null ? "" : newCustomer)} />
      {customer === newCustomer && <NewCustomer viewer={viewer} />}
      <div className="grid grid-cols-2 gap-3">
        <FormTextField
          name="amount"
          label={t("amount")}
          attributes={{ inputMode: "decimal", autoComplete: "off", required: true }}
        />
        <CurrencyField viewer={viewer} label={t("currency")} preferred={known?.currency ?? null} />
      </div>
      <MeansFields viewer={viewer} methods={methods} preferred={known?.defaultPaymentMethodId ?? null} />
      <FurtherFields viewer={viewer} known={known} />
      <FormEnd locale={viewer.locale} submit={t("submit")} back={paths.transactions(viewer)} />
    </ActionForm>
  );
}

function NewCustomer({ viewer }: { viewer: Viewer }) {
  const t = translator(viewer.locale, "collect");
  return (
    <>
      <FormTextField name="name" label={t("name")} attributes={{ maxLength: 256, autoComplete: "off" }} />
      <FormTextField
        name="email"
        label={t("email")}
        attributes={{ type: "email", maxLength: 254, autoComplete: "off" }}
      />
    </>
  );
}

function FurtherFields({ viewer, known }: { viewer: Viewer; known: CustomerRow | null }) {
  const t = translator(viewer.locale, "collect");
  return (
    <Disclosure summary={t("more")}>
      <div className="grid gap-5 pt-3">
        <FormCheckboxesField
          name="capture"
          label={t("capture")}
          options={[{ value: "later", label: t("captureLater"), hint: t("captureHint") }]}
        />
        <FormTextField
          name="description"
          label={t("description")}
          attributes={{ maxLength: 1000, autoComplete: "off" }}
        />
        <FormTextField
          name="suffix"
          label={t("suffix")}
          hint={t("suffixHint", { descriptor: viewer.environment.statementDescriptor })}
          attributes={{ maxLength: 22, autoComplete: "off" }}
        />
        {!(viewer.conceal && known) && <ReceiptField viewer={viewer} to={known?.email ?? null} />}
      </div>
    </Disclosure>
  );
}

function ReceiptField({ viewer, to }: { viewer: Viewer; to: string | null }) {
  const t = translator(viewer.locale, "collect");
  return (
    <FormTextField
      name="receipt"
      label={t("receipt")}
      hint={viewer.environment.kind === "test" ? t("receiptTest") : t("receiptHint")}
      attributes={{ type: "email", maxLength: 254, autoComplete: "off", defaultValue: to ?? undefined }}
    />
  );
}

function labelsOf({ locale }: Viewer): Record<string, string> {
  const t = translator(locale, "collect");
  return {
    amount: t("amount"),
    currency: t("currency"),
    name: t("name"),
    email: t("email"),
    method: t("method"),
    card_number: t("cardNumber"),
    card_expiry: t("cardExpiry"),
    card_cvc: t("cardCvc"),
    description: t("description"),
    suffix: t("suffix"),
    receipt: t("receipt"),
  };
}
