import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import type { PaymentIntentRow } from "#lib/payments/wire";
import { ActionForm } from "../../../../_forms/action-form";
import { FormSelectField, FormTextArea } from "../../../../_forms/fields";
import { Button, ButtonLink } from "../../../../_ui/button";
import { FormActions } from "../../../../_ui/form";
import { moneyOf } from "../../../../_words/money-of";
import { cancel } from "./actions";
import { cancelChoices } from "./cancel-choices";

type CancelFormProps = { viewer: Viewer; payment: PaymentIntentRow; formKey: string };

export function CancelForm({ viewer, payment, formKey }: CancelFormProps) {
  const t = translator(viewer.locale, "payment");
  const common = translator(viewer.locale, "common");
  const amount = moneyOf(viewer, payment.amountCapturable || payment.amount, payment.currency);
  return (
    <ActionForm
      action={cancel}
      formKey={formKey}
      labels={{ reason: t("cancel.reason"), note: t("cancel.note") }}
    >
      <input type="hidden" name="payment" value={payment.id} />
      <FormSelectField
        name="reason"
        label={t("cancel.reason")}
        placeholder={t("cancel.choose")}
        options={cancelChoices.map((value) => ({ value, label: t(`whatReason.${value}`) }))}
        required
      />
      <FormTextArea
        name="note"
        label={t("cancel.note")}
        note={common("optional")}
        hint={t("cancel.noteHint")}
        attributes={{ rows: 2, maxLength: 500 }}
      />
      <FormActions>
        <Button tone="danger">
          {payment.status === "requires_capture"
            ? t("cancel.submitHeld", { amount })
            : t("cancel.submit", { amount })}
        </Button>
        <ButtonLink href={paths.payment(viewer, payment.id)}>{t("back")}</ButtonLink>
      </FormActions>
    </ActionForm>
  );
}
