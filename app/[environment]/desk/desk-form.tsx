import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { currencyOf } from "#lib/money";
import type { RefundPreview } from "#lib/refunds/preview-refund";
import { ActionForm } from "../../_forms/action-form";
import { FormMoneyField, FormSelectField, FormTextArea } from "../../_forms/fields";
import { typedForm } from "../../_words/money-of";
import { QuestionButtons } from "../transactions/[id]/question-buttons";
import { LimitsNotice } from "../transactions/[id]/refund/limits-notice";
import { RefundMeaning } from "../transactions/[id]/refund/refund-meaning";
import { refundChoices } from "../transactions/[id]/refund/refund-choices";
import { TypedAmount } from "../transactions/[id]/typed-amount";
import { refundAtDesk } from "./actions";
import { deskAddress } from "./desk-address";

type DeskFormProps = {
  viewer: Viewer;
  preview: RefundPreview;
  method: string;
  text: string;
  formKey: string;
};

/** The refund of a payment, all of it unless less is typed: Enter sends it. */
export function DeskForm({ viewer, preview, method, text, formKey }: DeskFormProps) {
  const t = translator(viewer.locale, "refund");
  const desk = translator(viewer.locale, "desk");
  const common = translator(viewer.locale, "common");
  const { payment, left, reachable } = preview;
  const currency = currencyOf(payment.currency);
  const fallback = typedForm(viewer, left, currency);
  return (
    <TypedAmount>
      <ActionForm
        action={refundAtDesk}
        formKey={formKey}
        label={desk("refund")}
        labels={{ amount: t("amount"), reason: t("reason"), note: t("note"), message: desk("message") }}
      >
        <input type="hidden" name="payment" value={payment.id} />
        <input type="hidden" name="q" value={text} />
        <FormMoneyField
          name="amount"
          label={t("amount")}
          hint={t("amountHint")}
          currency={currency}
          attributes={{ defaultValue: fallback, required: true, autoFocus: true }}
        />
        <FormSelectField
          name="reason"
          label={t("reason")}
          options={refundChoices.map((value) => ({ value, label: t(`reasons.${value}`) }))}
          defaultValue="requested_by_customer"
        />
        <FormTextArea
          name="note"
          label={t("note")}
          note={common("optional")}
          hint={t("noteHint")}
          attributes={{ rows: 2, maxLength: 500 }}
        />
        {reachable && may(viewer, "receipts:send") && (
          <FormTextArea
            name="message"
            label={desk("message")}
            note={common("optional")}
            hint={desk("messageHint")}
            attributes={{ rows: 3, maxLength: 1000 }}
          />
        )}
        <LimitsNotice viewer={viewer} />
        <RefundMeaning viewer={viewer} preview={preview} />
        <QuestionButtons
          submit={t("submit", { method })}
          submitAmount={t("submitAmount", { method, amount: "{amount}" })}
          cancel={{ href: deskAddress(viewer, text ? { q: text } : {}), label: common("cancel") }}
          amount={{ currency, locale: viewer.locale, fallback }}
        />
      </ActionForm>
    </TypedAmount>
  );
}
