import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { currencyOf } from "#lib/money";
import { paths } from "#lib/paths";
import type { RefundPreview } from "#lib/refunds/preview-refund";
import { ActionForm } from "../../../../_forms/action-form";
import { FormMoneyField, FormSelectField, FormTextArea } from "../../../../_forms/fields";
import { typedForm } from "../../../../_words/money-of";
import { QuestionButtons } from "../question-buttons";
import { TypedAmount } from "../typed-amount";
import { refund } from "./actions";
import { LimitsNotice } from "./limits-notice";
import { refundChoices } from "./refund-choices";
import { RefundMeaning } from "./refund-meaning";

type RefundFormProps = { viewer: Viewer; preview: RefundPreview; method: string; formKey: string };

export function RefundForm({ viewer, preview, method, formKey }: RefundFormProps) {
  const t = translator(viewer.locale, "refund");
  const common = translator(viewer.locale, "common");
  const { payment, left } = preview;
  const currency = currencyOf(payment.currency);
  const fallback = typedForm(viewer, left, currency);
  return (
    <TypedAmount>
      <ActionForm
        action={refund}
        formKey={formKey}
        label={t("title")}
        labels={{ amount: t("amount"), reason: t("reason"), note: t("note") }}
      >
        <input type="hidden" name="payment" value={payment.id} />
        <FormMoneyField
          name="amount"
          label={t("amount")}
          hint={t("amountHint")}
          currency={currency}
          attributes={{ defaultValue: fallback, required: true }}
        />
        <FormSelectField
          name="reason"
          label={t("reason")}
          placeholder={t("choose")}
          options={refundChoices.map((value) => ({ value, label: t(`reasons.${value}`) }))}
          required
        />
        <FormTextArea
          name="note"
          label={t("note")}
          note={common("optional")}
          hint={t("noteHint")}
          attributes={{ rows: 2, maxLength: 500 }}
        />
        <LimitsNotice viewer={viewer} />
        <RefundMeaning viewer={viewer} preview={preview} />
        <QuestionButtons
          submit={t("submit", { method })}
          submitAmount={t("submitAmount", { method, amount: "{amount}" })}
          cancel={{ href: paths.payment(viewer, payment.id), label: common("cancel") }}
          amount={{ currency, locale: viewer.locale, fallback }}
        />
      </ActionForm>
    </TypedAmount>
  );
}
