import type { Viewer } from "#lib/auth/viewer";
import { languagesByName } from "#lib/customers/languages";
import type { CustomerField } from "#lib/customers/typed-customer";
import { translator } from "#lib/i18n/translator";
import { FormSelectField, FormTextArea, FormTextField } from "../../_forms/fields";
import { AddressFields } from "./address-fields";
import { FoldedFields } from "./folded-fields";

type Typed = Partial<Record<CustomerField, string>>;
type CustomerFieldsProps = { viewer: Viewer; typed: Typed };

/** Who somebody is, how they are reached, and what their invoices look like. */
export function CustomerFields({ viewer, typed }: CustomerFieldsProps) {
  const t = translator(viewer.locale, "customers");
  return (
    <>
      <PersonFields viewer={viewer} typed={typed} />
      <FoldedFields summary={t("form.billing")}>
        <AddressFields viewer={viewer} kind="billing" typed={typed} />
      </FoldedFields>
      <FoldedFields summary={t("form.shipping")}>
        <ShippingFields viewer={viewer} typed={typed} />
      </FoldedFields>
      <FoldedFields summary={t("form.invoices")}>
        <InvoiceFields viewer={viewer} typed={typed} />
      </FoldedFields>
    </>
  );
}

/** What each field is called, for what is said above the form. */
export function customerLabels({ locale }: Viewer): Record<string, string> {
  const t = translator(locale, "customers");
  const address = {
    line1: t("form.line1"),
    line2: t("form.line2"),
    postalCode: t("form.postalCode"),
    city: t("form.city"),
    state: t("form.state"),
    country: t("form.country"),
  };
  const delivered = Object.entries(address).map(([name, label]) => [
    `shipping${name.slice(0, 1).toUpperCase()}${name.slice(1)}`,
    label,
  ]);
  return {
    ...address,
    ...Object.fromEntries(delivered),
    name: t("form.name"),
    email: t("email"),
    phone: t("phone"),
    description: t("description"),
    individualName: t("individualName"),
    businessName: t("businessName"),
    language: t("language"),
    shippingName: t("form.recipient"),
    shippingPhone: t("form.recipientPhone"),
    taxExempt: t("taxExempt"),
    invoicePrefix: t("form.invoicePrefix"),
    nextInvoiceSequence: t("form.nextNumber"),
    invoiceFooter: t("form.footer"),
    taxType: t("taxIds.type"),
    taxValue: t("taxIds.value"),
  };
}

function PersonFields({ viewer, typed }: CustomerFieldsProps) {
  const t = translator(viewer.locale, "customers");
  const line = { autoComplete: "off" } as const;
  return (
    <>
      <FormTextField
        name="name"
        label={t("form.name")}
        hint={t("form.nameHint")}
        attributes={{ ...line, maxLength: 256, defaultValue: typed.name }}
      />
      <FormTextField
        name="email"
        label={t("email")}
        hint={t("form.emailHint")}
        attributes={{ ...line, type: "email", maxLength: 512, defaultValue: typed.email }}
      />
      <FormTextField
        name="phone"
        label={t("phone")}
        attributes={{ ...line, type: "tel", maxLength: 20, defaultValue: typed.phone }}
      />
      <FormSelectField
        name="language"
        label={t("language")}
        hint={t("form.languageHint")}
        placeholder={t("form.accountLanguage")}
        defaultValue={typed.language}
        options={languagesByName(viewer.locale, typed.language).map(({ code, name }) => ({
          value: code,
          label: name,
        }))}
      />
      <FormTextArea
        name="description"
        label={t("description")}
        hint={t("form.descriptionHint")}
        attributes={{ rows: 2, maxLength: 5000, defaultValue: typed.description }}
      />
      <div className="grid grid-cols-2 gap-3">
        <FormTextField
          name="individualName"
          label={t("individualName")}
          attributes={{ ...line, maxLength: 150, defaultValue: typed.individualName }}
        />
        <FormTextField
          name="businessName"
          label={t("businessName")}
          attributes={{ ...line, maxLength: 150, defaultValue: typed.businessName }}
        />
      </div>
    </>
  );
}

function ShippingFields({ viewer, typed }: CustomerFieldsProps) {
  const t = translator(viewer.locale, "customers");
  return (
    <>
      <FormTextField
        name="shippingName"
        label={t("form.recipient")}
        attributes={{ autoComplete: "off", maxLength: 256, defaultValue: typed.shippingName }}
      />
      <FormTextField
        name="shippingPhone"
        label={t("form.recipientPhone")}
        attributes={{ autoComplete: "off", type: "tel", maxLength: 20, defaultValue: typed.shippingPhone }}
      />
      <AddressFields viewer={viewer} kind="shipping" typed={typed} />
    </>
  );
}

function InvoiceFields({ viewer, typed }: CustomerFieldsProps) {
  const t = translator(viewer.locale, "customers");
  return (
    <>
      <FormSelectField
        name="taxExempt"
        label={t("taxExempt")}
        defaultValue={typed.taxExempt ?? "none"}
        options={(["none", "exempt", "reverse"] as const).map((value) => ({
          value,
          label: t(`taxStatus.${value}`),
        }))}
      />
      <div className="grid grid-cols-2 gap-3">
        <FormTextField
          name="invoicePrefix"
          label={t("form.invoicePrefix")}
          hint={t("form.invoicePrefixHint")}
          attributes={{
            autoComplete: "off",
            maxLength: 12,
            spellCheck: false,
            defaultValue: typed.invoicePrefix,
          }}
        />
        <FormTextField
          name="nextInvoiceSequence"
          label={t("form.nextNumber")}
          attributes={{
            autoComplete: "off",
            inputMode: "numeric",
            maxLength: 10,
            defaultValue: typed.nextInvoiceSequence,
          }}
        />
      </div>
      <FormTextArea
        name="invoiceFooter"
        label={t("form.footer")}
        attributes={{ rows: 2, maxLength: 5000, defaultValue: typed.invoiceFooter }}
      />
    </>
  );
}
