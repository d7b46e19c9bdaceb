import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../_forms/action-form";
import { FormTextField } from "../../../../_forms/fields";
import { Button, ButtonLink } from "../../../../_ui/button";
import { FormActions } from "../../../../_ui/form";
import { send } from "./actions";

type ReceiptFormProps = { viewer: Viewer; paymentId: string; to: string; formKey: string };

export function ReceiptForm({ viewer, paymentId, to, formKey }: ReceiptFormProps) {
  const t = translator(viewer.locale, "payment");
  return (
    <ActionForm action={send} formKey={formKey} labels={{ to: t("receipt.to") }}>
      <input type="hidden" name="payment" value={paymentId} />
      <FormTextField
        name="to"
        label={t("receipt.to")}
        hint={t("receipt.toHint")}
        attributes={{ defaultValue: to, required: true, autoComplete: "off" }}
      />
      <FormActions>
        <Button tone="primary">{t("receipt.submit")}</Button>
        <ButtonLink href={paths.payment(viewer, paymentId)}>
          {translator(viewer.locale, "common")("cancel")}
        </ButtonLink>
      </FormActions>
    </ActionForm>
  );
}
