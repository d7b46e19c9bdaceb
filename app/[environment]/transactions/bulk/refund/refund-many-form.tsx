import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { supportedCurrencies } from "#lib/currencies";
import { ActionForm } from "../../../../_forms/action-form";
import { FormRadioField, FormSelectField, FormTextArea, FormTextField } from "../../../../_forms/fields";
import { Button } from "../../../../_ui/button";
import { FormActions } from "../../../../_ui/form";
import { refundChoices } from "../../[id]/refund/refund-choices";
import { refundMany } from "../actions";

type RefundManyFormProps = { viewer: Viewer; selection: string; formKey: string };

/** All of it, a percentage or an amount of each payment; one reason for all. */
export function RefundManyForm({ viewer, selection, formKey }: RefundManyFormProps) {
  const t = translator(viewer.locale, "bulk");
  const refund = translator(viewer.locale, "refund");
  const { currency } = viewer.environment;
  return (
    <ActionForm action={refundMany} formKey={formKey} label={t("act.refund")}>
      <input type="hidden" name="selection" value={selection} />
      <FormRadioField
        name="share"
        label={t("share.label")}
        defaultValue="all"
        options={(["all", "percent", "amount"] as const).map((value) => ({
          value,
          label: t(`share.${value}`),
        }))}
      />
      <div className="grid grid-cols-2 items-start gap-3">
        <FormTextField
          name="value"
          label={t("share.value")}
          hint={t("share.valueHint")}
          attributes={{ inputMode: "decimal", autoComplete: "off" }}
        />
        <FormSelectField
          name="currency"
          label={t("share.currency")}
          options={supportedCurrencies.map((value) => ({ value, label: value.toUpperCase() }))}
          defaultValue={currency}
        />
      </div>
      <FormSelectField
        name="reason"
        label={refund("reason")}
        placeholder={refund("choose")}
        options={refundChoices.map((value) => ({ value, label: refund(`reasons.${value}`) }))}
        required
      />
      <FormTextArea
        name="note"
        label={refund("note")}
        note={translator(viewer.locale, "common")("optional")}
        hint={refund("noteHint")}
        attributes={{ rows: 2, maxLength: 500 }}
      />
      <FormActions>
        <Button tone="primary">{t("prepare")}</Button>
      </FormActions>
    </ActionForm>
  );
}
