import type { Viewer } from "#lib/auth/viewer";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import type { ProductRow } from "#lib/products/wire";
import { taxCodes } from "#lib/tax-codes/catalogue";
import { FormSelectField, FormTextArea, FormTextField } from "../../_forms/fields";
import { MetadataGroup } from "./_parts/metadata-group";
import { Disclosure } from "../../_ui/disclosure";

type ProductFieldsProps = { viewer: Viewer; product?: ProductRow };

/** What the fields of a product are called, for the errors above its form. */
export function productLabels(locale: Locale): Record<string, string> {
  const t = translator(locale, "products");
  const names = [
    ...["name", "description", "images", "taxCode", "statementDescriptor", "unitLabel", "url", "marketing"],
    ...["length", "width", "height", "weight"],
  ] as const;
  return Object.fromEntries(names.map((name) => [name, t(`field.${name}`)]));
}

/** What can be said of a product, but for its prices. */
export function ProductFields({ viewer, product }: ProductFieldsProps) {
  const t = translator(viewer.locale, "products");
  const note = translator(viewer.locale, "common")("optional");
  return (
    <>
      <FormTextField
        name="name"
        label={t("field.name")}
        hint={t("nameHint")}
        attributes={{ required: true, autoComplete: "off", defaultValue: product?.name }}
      />
      <FormTextArea
        name="description"
        label={t("field.description")}
        note={note}
        hint={t("descriptionHint")}
        attributes={{ rows: 3, defaultValue: product?.description ?? "" }}
      />
      <FormTextArea
        name="images"
        label={t("field.images")}
        note={note}
        hint={t("imagesHint")}
        attributes={{ rows: 2, defaultValue: product?.images.join("\n") ?? "" }}
      />
      <FormSelectField
        name="taxCode"
        label={t("field.taxCode")}
        note={note}
        placeholder={t("noTaxCode")}
        options={taxCodeOptions(product?.taxCode ?? null)}
        defaultValue={product?.taxCode ?? ""}
      />
      <MoreFields viewer={viewer} product={product} />
    </>
  );
}

/** The codes that can be told about, and the product's own where it is another one. */
function taxCodeOptions(own: string | null) {
  const known = taxCodes.map(({ id, name }) => ({ value: id, label: name }));
  if (own === null || taxCodes.some(({ id }) => id === own)) return known;
  return [{ value: own, label: own }, ...known];
}

function MoreFields({ viewer, product }: ProductFieldsProps) {
  const t = translator(viewer.locale, "products");
  const note = translator(viewer.locale, "common")("optional");
  return (
    <Disclosure summary={t("more")}>
      <div className="grid gap-5 pt-3">
        <FormTextField
          name="statementDescriptor"
          label={t("field.statementDescriptor")}
          note={note}
          hint={t("statementDescriptorHint")}
          attributes={{ maxLength: 22, defaultValue: product?.statementDescriptor ?? "" }}
        />
        <FormTextField
          name="unitLabel"
          label={t("field.unitLabel")}
          note={note}
          hint={t("unitLabelHint")}
          attributes={{ maxLength: 12, defaultValue: product?.unitLabel ?? "" }}
        />
        <FormTextField
          name="url"
          label={t("field.url")}
          note={note}
          attributes={{ type: "url", defaultValue: product?.url ?? "" }}
        />
        <FormTextArea
          name="marketing"
          label={t("field.marketing")}
          note={note}
          hint={t("marketingHint")}
          attributes={{
            rows: 3,
            defaultValue: product?.marketingFeatures.map(({ name }) => name).join("\n") ?? "",
          }}
        />
        <ShippingFields viewer={viewer} product={product} />
        <MetadataGroup viewer={viewer} metadata={product?.metadata ?? {}} />
      </div>
    </Disclosure>
  );
}

function ShippingFields({ viewer, product }: ProductFieldsProps) {
  const t = translator(viewer.locale, "products");
  const shippable = product?.shippable ?? null;
  return (
    <>
      <FormSelectField
        name="shippable"
        label={t("field.shippable")}
        placeholder={t("shippable.unknown")}
        options={(["yes", "no"] as const).map((value) => ({ value, label: t(`shippable.${value}`) }))}
        defaultValue={shippable === null ? "" : shippable ? "yes" : "no"}
      />
      <fieldset>
        <legend className="ui-label pb-1">{t("dimensions")}</legend>
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          {(["length", "width", "height", "weight"] as const).map((name) => (
            <FormTextField
              key={name}
              name={name}
              label={t(`field.${name}`)}
              attributes={{ inputMode: "decimal", defaultValue: sizeOf(product, name, viewer.locale) }}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}

function sizeOf(
  product: ProductRow | undefined,
  name: "length" | "width" | "height" | "weight",
  locale: Locale,
): string {
  const text = String(product?.packageDimensions?.[name] ?? "");
  return locale === "fr" ? text.replace(".", ",") : text;
}
