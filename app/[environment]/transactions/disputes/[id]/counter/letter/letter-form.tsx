import type { Viewer } from "#lib/auth/viewer";
import type { DisputeCase } from "#lib/disputes/dispute-case";
import { networkFee } from "#lib/disputes/dispute-fee";
import { textFields } from "#lib/disputes/types";
import { isAcknowledged } from "#lib/disputes/wire-eligibility";
import { translator } from "#lib/i18n/translator";
import { ActionForm } from "../../../../../../_forms/action-form";
import { FormCheckboxesField, FormTextArea } from "../../../../../../_forms/fields";
import { Button } from "../../../../../../_ui/button";
import { FormActions } from "../../../../../../_ui/form";
import { moneyOf } from "../../../../../../_words/money-of";
import { sendLetter } from "../actions";
import type { OpenStep } from "../counter-step";

/** The letter, kept as a draft or sent with everything else, once. */
export function LetterForm({ viewer, found, formKey, text }: OpenStep & { text: string }) {
  const t = translator(viewer.locale, "disputes");
  const { id } = found.dispute;
  const label = t("field.uncategorized_text");
  return (
    <ActionForm action={sendLetter} formKey={formKey} labels={{ uncategorized_text: label }}>
      <input type="hidden" name="dispute" value={id} />
      <FormTextArea
        name="uncategorized_text"
        label={label}
        hint={t("counter.letterHint")}
        attributes={{
          defaultValue: text,
          maxLength: textFields.uncategorized_text,
          rows: 12,
        }}
      />
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

/** What a network asks for when it settles a compliance case itself. */
function NetworkFee({ viewer, found: { dispute, transactions } }: { viewer: Viewer; found: DisputeCase }) {
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
