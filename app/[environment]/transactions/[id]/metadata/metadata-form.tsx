import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import type { PaymentIntentRow } from "#lib/payments/wire";
import { ActionForm } from "../../../../_forms/action-form";
import { FormTextField } from "../../../../_forms/fields";
import { Button, ButtonLink } from "../../../../_ui/button";
import { FormActions } from "../../../../_ui/form";
import { saveMetadata } from "./actions";

type MetadataFormProps = { viewer: Viewer; payment: PaymentIntentRow; formKey: string };

const most = 50;
const spare = 3;

export function MetadataForm({ viewer, payment, formKey }: MetadataFormProps) {
  const t = translator(viewer.locale, "payment");
  const known = Object.entries(payment.metadata);
  const rows = Array.from(
    { length: Math.min(known.length + spare, most) },
    (_, row) => known[row] ?? ["", ""],
  );
  return (
    <ActionForm action={saveMetadata} formKey={formKey}>
      <input type="hidden" name="payment" value={payment.id} />
      <input type="hidden" name="shown" value={JSON.stringify(payment.metadata)} />
      {rows.map(([name, value], row) => (
        <div className="grid grid-cols-2 gap-3" key={row}>
          <FormTextField
            name={`name-${row}`}
            label={t("metadata.name", { number: row + 1 })}
            attributes={{ defaultValue: name }}
          />
          <FormTextField
            name={`value-${row}`}
            label={t("metadata.value", { number: row + 1 })}
            attributes={{ defaultValue: value }}
          />
        </div>
      ))}
      <FormActions>
        <Button tone="primary">{t("metadata.submit")}</Button>
        <ButtonLink href={paths.payment(viewer, payment.id)}>
          {translator(viewer.locale, "common")("cancel")}
        </ButtonLink>
      </FormActions>
    </ActionForm>
  );
}
