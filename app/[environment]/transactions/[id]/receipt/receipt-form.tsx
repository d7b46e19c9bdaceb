import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../_forms/action-form";
import { FormTextField } from "../../../../_forms/fields";
import { FormEnd } from "../../../../_forms/form-end";
import { send } from "./actions";

type ReceiptFormProps = { viewer: Viewer; paymentId: string; to: Recipient; formKey: string };

/** An address to begin with; or where the payment says it goes, as it is shown to whom it is hidden. */
type Recipient = { typed: string } | { hidden: string | null };

export function ReceiptForm({ viewer, paymentId, to, formKey }: ReceiptFormProps) {
  const t = translator(viewer.locale, "payment");
  return (
    <ActionForm action={send} formKey={formKey} labels={{ to: t("receipt.to") }}>
      <input type="hidden" name="payment" value={paymentId} />
      <FormTextField
        name="to"
        label={t("receipt.to")}
        hint={hintOf(viewer, to)}
        attributes={{
          defaultValue: "typed" in to ? to.typed : "",
          required: !("hidden" in to && to.hidden !== null),
          autoComplete: "off",
        }}
      />
      <FormEnd locale={viewer.locale} submit={t("receipt.submit")} back={paths.payment(viewer, paymentId)} />
    </ActionForm>
  );
}

function hintOf({ locale }: Viewer, to: Recipient): string {
  const t = translator(locale, "payment");
  if ("typed" in to) return t("receipt.toHint");
  return to.hidden === null ? t("receipt.toUnknown") : t("receipt.toHidden", { address: to.hidden });
}
