import type { Viewer } from "#lib/auth/viewer";
import { formatDate } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import type { ChargeRow, PaymentIntentRow } from "#lib/payments/wire";
import { ActionForm } from "../../../../_forms/action-form";
import { FormMoneyField } from "../../../../_forms/fields";
import { QuestionButtons } from "../question-buttons";
import { TypedAmount } from "../typed-amount";
import { currencyOf, timeViewOf, typedForm } from "../words";
import { capture } from "./actions";

type CaptureFormProps = {
  viewer: Viewer;
  payment: PaymentIntentRow;
  charge: ChargeRow;
  method: string;
  formKey: string;
};

export function CaptureForm({ viewer, payment, charge, method, formKey }: CaptureFormProps) {
  const t = translator(viewer.locale, "payment");
  const currency = currencyOf(payment.currency);
  const fallback = typedForm(viewer, payment.amountCapturable, currency);
  return (
    <TypedAmount>
      <ActionForm action={capture} formKey={formKey} labels={{ amount: t("capture.amount") }}>
        <input type="hidden" name="payment" value={payment.id} />
        <FormMoneyField
          name="amount"
          label={t("capture.amount")}
          hint={t("capture.rest")}
          currency={currency}
          attributes={{ defaultValue: fallback, required: true }}
        />
        {charge.captureBefore !== null && (
          <p className="text-soft">
            {t("capture.until", { date: formatDate(charge.captureBefore, timeViewOf(viewer)) })}
          </p>
        )}
        <QuestionButtons
          submit={t("capture.submit", { method })}
          submitAmount={t("capture.submitAmount", { method, amount: "{amount}" })}
          cancel={{
            href: paths.payment(viewer, payment.id),
            label: translator(viewer.locale, "common")("cancel"),
          }}
          amount={{ currency, locale: viewer.locale, fallback }}
        />
      </ActionForm>
    </TypedAmount>
  );
}
