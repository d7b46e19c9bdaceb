import { formatMoney } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locale";
import { type Translate, translator } from "#lib/i18n/translator";

import { Button, ButtonLink } from "../_ui/button";
import { CheckboxField, RadioField, SelectField } from "../_ui/choice-field";
import { DialogPage } from "../_ui/dialog-page";
import { FormActions, FormErrors, OneTimeKey } from "../_ui/form";
import { Section } from "../_ui/section";
import { MoneyField, TextArea, TextField } from "../_ui/text-field";

type PartProps = { t: Translate<"design">; locale: Locale };

export function Fields({ t, locale }: PartProps) {
  const common = translator(locale, "common");
  return (
    <Section title={t("sections.fields")}>
      <form className="ui-form" action="/design">
        <TextField name="name" label={t("fields.name")} hint={t("fields.nameHint")} />
        <TextField
          name="email"
          label={t("fields.email")}
          note={common("optional")}
          attributes={{ type: "email" }}
        />
        <SelectField
          name="reason"
          label={t("fields.reason")}
          placeholder={t("fields.reasonNone")}
          options={reasons(t)}
        />
        <TextArea
          name="note"
          label={t("fields.note")}
          attributes={{ placeholder: t("fields.notePlaceholder") }}
        />
        <RadioField
          name="capture"
          label={t("fields.capture")}
          defaultValue="now"
          options={[
            { value: "now", label: t("fields.captureNow"), hint: t("fields.captureNowHint") },
            { value: "later", label: t("fields.captureLater"), hint: t("fields.captureLaterHint") },
          ]}
        />
        <CheckboxField name="notify" label={t("fields.notify")} defaultChecked />
        <TextField
          name="country"
          label={t("fields.disabled")}
          attributes={{ disabled: true, defaultValue: "FR" }}
        />
        <FormActions>
          <Button tone="primary">{common("save")}</Button>
          <ButtonLink href="#content">{common("cancel")}</ButtonLink>
        </FormActions>
      </form>
    </Section>
  );
}

export function Refund({ t, locale }: PartProps) {
  const common = translator(locale, "common");
  const left = formatMoney(4450, "eur", locale);
  const tooMuch = t("fields.amountError", { amount: left });
  return (
    <Section title={t("sections.errors")}>
      <DialogPage title={t("fields.refundTitle")} close={{ href: "#content", label: common("close") }}>
        <FormErrors
          title={common("formErrors", { count: 2 })}
          errors={[
            { field: "amount", message: tooMuch },
            { field: "receipt_email", message: t("fields.emailError") },
          ]}
        />
        <form className="ui-form" action="/design">
          <OneTimeKey value="shown-on-the-design-page" />
          <MoneyField
            name="amount"
            label={t("fields.amount")}
            currency="eur"
            hint={t("fields.amountHint", { amount: left })}
            error={tooMuch}
            attributes={{ defaultValue: "50.00" }}
          />
          <TextField
            name="receipt_email"
            label={t("fields.email")}
            error={t("fields.emailError")}
            attributes={{ defaultValue: "amelie@" }}
          />
          <FormActions>
            <Button tone="primary">{t("fields.refundAmount", { amount: left })}</Button>
            <ButtonLink href="#content">{common("cancel")}</ButtonLink>
          </FormActions>
        </form>
      </DialogPage>
    </Section>
  );
}

function reasons(t: Translate<"design">) {
  return [
    { value: "duplicate", label: t("fields.duplicate") },
    { value: "fraudulent", label: t("fields.fraudulent") },
    { value: "requested_by_customer", label: t("fields.requested") },
  ];
}
