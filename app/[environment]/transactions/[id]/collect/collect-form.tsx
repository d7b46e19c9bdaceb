import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import type { PaymentIntentRow } from "#lib/payments/wire";
import { ActionForm } from "../../../../_forms/action-form";
import { FormEnd } from "../../../../_forms/form-end";
import { MeansFields } from "../../../../_payments/means-fields";
import { moneyOf } from "../../../../_words/money-of";
import { collect } from "./actions";

type CollectFormProps = {
  viewer: Viewer;
  payment: PaymentIntentRow;
  methods: PaymentMethodRow[];
  formKey: string;
};

export function CollectForm({ viewer, payment, methods, formKey }: CollectFormProps) {
  const t = translator(viewer.locale, "collect");
  const amount = moneyOf(viewer, payment.amount, payment.currency);
  return (
    <ActionForm
      action={collect}
      formKey={formKey}
      labels={{
        method: t("method"),
        card_number: t("cardNumber"),
        card_expiry: t("cardExpiry"),
        card_cvc: t("cardCvc"),
      }}
    >
      <input type="hidden" name="payment" value={payment.id} />
      <MeansFields viewer={viewer} methods={methods} preferred={payment.paymentMethodId} />
      <FormEnd
        locale={viewer.locale}
        submit={payment.captureMethod === "manual" ? t("hold", { amount }) : t("collect", { amount })}
        back={paths.payment(viewer, payment.id)}
      />
    </ActionForm>
  );
}
