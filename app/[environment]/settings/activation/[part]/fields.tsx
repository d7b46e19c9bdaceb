import type { ActivationFacts, ActivationPart } from "#lib/activation/parts";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { FormSelectField, FormTextArea, FormTextField } from "../../../../_forms/fields";

type FieldsProps<Part extends ActivationPart> = { locale: Locale; facts: ActivationFacts[Part] };

const fields = [
  "kind",
  "legalName",
  "registration",
  "street",
  "postalCode",
  "city",
  "description",
  "website",
  "name",
  "title",
  "birthDay",
  "holder",
  "number",
] as const;

/** What the fields of every part are called. */
export function labelsOf(locale: Locale): Record<string, string> {
  const t = translator(locale, "activation");
  return Object.fromEntries(fields.map((field) => [field, t(`field.${field}`)]));
}

export function BusinessFields({ locale, facts }: FieldsProps<"business">) {
  const t = translator(locale, "activation");
  return (
    <>
      <FormSelectField
        name="kind"
        label={t("field.kind")}
        placeholder=""
        required
        defaultValue={facts?.kind}
        options={(["individual", "company", "non_profit"] as const).map((value) => ({
          value,
          label: t(`kind.${value}`),
        }))}
      />
      <Short name="legalName" label={t("field.legalName")} value={facts?.legalName} />
      <Optional name="registration" label={t("field.registration")} value={facts?.registration} />
      <Short name="street" label={t("field.street")} value={facts?.street} />
      <Short name="postalCode" label={t("field.postalCode")} value={facts?.postalCode} />
      <Short name="city" label={t("field.city")} value={facts?.city} />
    </>
  );
}

export function ProductFields({ locale, facts }: FieldsProps<"product">) {
  const t = translator(locale, "activation");
  return (
    <>
      <FormTextArea
        name="description"
        label={t("field.description")}
        hint={t("descriptionHint")}
        attributes={{ required: true, maxLength: 1000, rows: 4, defaultValue: facts?.description }}
      />
      <Optional name="website" label={t("field.website")} value={facts?.website} />
    </>
  );
}

export function RepresentativeFields({ locale, facts }: FieldsProps<"representative">) {
  const t = translator(locale, "activation");
  return (
    <>
      <Short name="name" label={t("field.name")} value={facts?.name} />
      <Short name="title" label={t("field.title")} value={facts?.title} />
      <FormTextField
        name="birthDay"
        label={t("field.birthDay")}
        attributes={{ type: "date", required: true, defaultValue: facts?.birthDay }}
      />
    </>
  );
}

/** The number is never shown again: only its end says which it is. */
export function BankFields({ locale, facts }: FieldsProps<"bank">) {
  const t = translator(locale, "activation");
  return (
    <>
      <Short name="holder" label={t("field.holder")} value={facts?.holder} />
      <FormTextField
        name="number"
        label={t("field.number")}
        hint={facts ? t("numberKnown", { last4: facts.number.slice(-4) }) : t("numberHint")}
        attributes={{ required: true, maxLength: 50, autoComplete: "off" }}
      />
    </>
  );
}

type PlainFieldProps = { name: string; label: string; value: string | null | undefined };

function Short({ name, label, value }: PlainFieldProps) {
  return (
    <FormTextField
      name={name}
      label={label}
      attributes={{ required: true, maxLength: 100, defaultValue: value ?? undefined }}
    />
  );
}

function Optional({ name, label, value }: PlainFieldProps) {
  return (
    <FormTextField
      name={name}
      label={label}
      attributes={{ maxLength: 100, defaultValue: value ?? undefined }}
    />
  );
}
