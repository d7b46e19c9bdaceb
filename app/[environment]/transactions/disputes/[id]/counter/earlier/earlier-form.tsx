import type { Viewer } from "#lib/auth/viewer";
import { draftEvidence } from "#lib/disputes/draft-evidence";
import type { EarlierPayment } from "#lib/disputes/earlier-payments";
import { compellingDraft } from "#lib/disputes/give-compelling";
import { productKindOf } from "#lib/disputes/product-kinds";
import { formatDate } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { paidAmount } from "#lib/payments/paid-amount";
import { ActionForm } from "../../../../../../_forms/action-form";
import {
  FormCheckboxesField,
  FormRadioField,
  FormTextArea,
  FormTextField,
} from "../../../../../../_forms/fields";
import { Button } from "../../../../../../_ui/button";
import { FormActions } from "../../../../../../_ui/form";
import { Notice } from "../../../../../../_ui/notice";
import { moneyOf } from "../../../../../../_words/money-of";
import { timeViewOf } from "../../../../../../_words/time-view-of";
import { customerOf } from "../../../../[id]/customer-of";
import { chooseEarlier } from "../actions";
import type { OpenStep } from "../counter-step";
import { draftOf } from "./draft-of";
import { missingWords } from "./missing-words";

type EarlierFormProps = OpenStep & { qualified: EarlierPayment[]; missing: readonly string[] };

/** Which payments prove it, and by what they belong together. */
export async function EarlierForm({ viewer, found, formKey, qualified, missing }: EarlierFormProps) {
  const t = translator(viewer.locale, "disputes");
  const known = await draftEvidence(viewer, found, await customerOf(viewer, found.payment.customerId));
  const draft = draftOf(compellingDraft(found.dispute.evidence), {
    known,
    productKind: productKindOf(found),
    qualified,
  });
  const begun = compellingDraft(found.dispute.evidence) !== null;
  return (
    <ActionForm action={chooseEarlier} formKey={formKey}>
      <input type="hidden" name="dispute" value={found.dispute.id} />
      {begun && missing.length > 0 && (
        <Notice tone="wait" title={t("earlier.missing", { what: missingWords(viewer, missing) })} />
      )}
      <FormCheckboxesField
        name="earlier"
        label={t("earlier.choose")}
        defaultValues={draft.earlier}
        options={qualified.map((each) => ({ value: each.payment.id, ...paymentWords(viewer, each) }))}
      />
      <FormTextArea
        name="description"
        label={t("field.product_description")}
        attributes={{ defaultValue: draft.description, rows: 2 }}
      />
      <FormTextArea
        name="earlierDescription"
        label={t("earlier.soldThen")}
        hint={t("earlier.soldThenHint")}
        attributes={{ defaultValue: draft.earlierDescription, rows: 2 }}
      />
      <FormRadioField
        name="sold"
        label={t("earlier.sold")}
        defaultValue={draft.sold}
        options={(["merchandise", "services"] as const).map((value) => ({
          value,
          label: t(`earlier.${value}`),
        }))}
      />
      {marks.map((mark) => (
        <FormTextField
          key={mark}
          name={mark}
          label={t(`earlier.mark.${mark}`)}
          attributes={{ defaultValue: draft[mark] }}
        />
      ))}
      <FormActions>
        <Button tone="primary">{t("counter.save")}</Button>
      </FormActions>
    </ActionForm>
  );
}

const marks = ["ip", "device", "fingerprint", "account", "email"] as const;

function paymentWords(viewer: Viewer, { payment, daysBefore }: EarlierPayment) {
  const t = translator(viewer.locale, "disputes");
  const amount = moneyOf(viewer, paidAmount(payment), payment.currency);
  const date = formatDate(payment.createdAt, timeViewOf(viewer));
  return {
    label: t("earlier.payment", { amount, date, days: daysBefore }),
    hint: payment.description ?? undefined,
  };
}
