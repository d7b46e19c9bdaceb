import type { Viewer } from "#lib/auth/viewer";
import type { CustomerRow } from "#lib/customers/wire";
import { askedEvidence, draftEvidence } from "#lib/disputes/counter-fields";
import type { DisputeCase } from "#lib/disputes/dispute-case";
import { networkFee } from "#lib/disputes/dispute-fee";
import { textFields, type TextField } from "#lib/disputes/types";
import { isAcknowledged } from "#lib/disputes/wire-eligibility";
import { translator } from "#lib/i18n/translator";
import { ActionForm } from "../../../../../_forms/action-form";
import { FormCheckboxesField, FormTextArea, FormTextField } from "../../../../../_forms/fields";
import { Button } from "../../../../../_ui/button";
import { FormActions } from "../../../../../_ui/form";
import { moneyOf } from "../../../[id]/words";
import { counter } from "./actions";

type CounterFormProps = {
  viewer: Viewer;
  found: DisputeCase;
  customer: CustomerRow | null;
  formKey: string;
};

/** What the reason of the dispute asks for, in writing. */
export function CounterForm({ viewer, found, customer, formKey }: CounterFormProps) {
  const t = translator(viewer.locale, "disputes");
  const fields = askedEvidence(found.dispute);
  const draft = draftEvidence(viewer, found, customer);
  return (
    <ActionForm
      action={counter}
      formKey={formKey}
      labels={Object.fromEntries(fields.map((field) => [field, t(`field.${field}`)]))}
    >
      <input type="hidden" name="dispute" value={found.dispute.id} />
      {fields.map((field) => (
        <EvidenceField key={field} viewer={viewer} field={field} text={draft[field] ?? ""} />
      ))}
      <NetworkFee viewer={viewer} found={found} />
      <p>{t("counter.final")}</p>
      <FormActions>
        <Button name="then" value="draft">
          {t("counter.draft")}
        </Button>
        <Button tone="primary" name="then" value="submit">
          {t("counter.submit")}
        </Button>
      </FormActions>
    </ActionForm>
  );
}

const ofSeveralLines: readonly TextField[] = ["billing_address", "shipping_address"];

function EvidenceField({ viewer, field, text }: { viewer: Viewer; field: TextField; text: string }) {
  const label = translator(viewer.locale, "disputes")(`field.${field}`);
  const most = textFields[field];
  const attributes = { defaultValue: text, maxLength: most };
  if (most > 5_000 || ofSeveralLines.includes(field)) {
    return <FormTextArea name={field} label={label} attributes={{ ...attributes, rows: 3 }} />;
  }
  return <FormTextField name={field} label={label} attributes={attributes} />;
}

/** What a network asks for when it settles a compliance case itself. */
function NetworkFee({
  viewer,
  found: { dispute, transactions },
}: Pick<CounterFormProps, "viewer" | "found">) {
  const t = translator(viewer.locale, "disputes");
  if (dispute.enhanced !== "visa_compliance" && dispute.enhanced !== "mastercard_compliance") return null;
  const currency = transactions[0]?.currency ?? viewer.environment.currency;
  const amount = moneyOf(viewer, networkFee(viewer.environment, currency), currency);
  return (
    <FormCheckboxesField
      name="acknowledged"
      label={t("counter.network")}
      defaultValues={isAcknowledged(dispute.enhanced, dispute.evidence) ? ["on"] : []}
      options={[{ value: "on", label: t("counter.acknowledge", { amount }) }]}
    />
  );
}
