import type { Viewer } from "#lib/auth/viewer";
import { formatDate } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { currencyOf } from "#lib/money";
import { paths } from "#lib/paths";
import { holdOf } from "#lib/payments/hold";
import type { ChargeRow, PaymentIntentRow } from "#lib/payments/wire";
import { ActionForm } from "../../../../_forms/action-form";
import { FormMoneyField, FormSelectField } from "../../../../_forms/fields";
import { moneyOf, typedForm } from "../../../../_words/money-of";
import { timeViewOf } from "../../../../_words/time-view-of";
import { QuestionButtons } from "../question-buttons";
import { TypedAmount } from "../typed-amount";
import { capture } from "./actions";
import { captureChoices } from "./capture-choices";

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
  const { multicapture, left, mostCapturable } = holdOf(charge);
  return (
    <TypedAmount>
      <ActionForm
        action={capture}
        formKey={formKey}
        labels={{ amount: t("capture.amount"), then: t("capture.then") }}
      >
        <input type="hidden" name="payment" value={payment.id} />
        <FormMoneyField
          name="amount"
          label={t("capture.amount")}
          hint={multicapture ? undefined : t("capture.rest")}
          currency={currency}
          attributes={{ defaultValue: fallback, required: true }}
        />
        {multicapture && (
          <FormSelectField
            name="then"
            label={t("capture.then")}
            defaultValue="done"
            options={captureChoices.map((value) => ({ value, label: t(`capture.choice.${value}`) }))}
          />
        )}
        {mostCapturable > left && (
          <p className="text-soft">
            {t("capture.most", { amount: moneyOf(viewer, mostCapturable, payment.currency) })}
          </p>
        )}
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
