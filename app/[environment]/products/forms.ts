import { z } from "zod";
import type { ProductInput } from "#lib/products/product-input";
import { metadataChanges, metadataShown } from "../../_metadata/metadata-changes";

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, "too_long")
    .transform((text) => text || null);

/** One thing a line. */
const lines = (most: number) =>
  z.string().transform((text, context) => {
    const all = text.split("\n").flatMap((one) => one.trim() || []);
    if (all.length > most) context.addIssue({ code: "custom", message: "too_many_lines" });
    return all;
  });

const images = lines(8).refine((urls) => urls.every(isAddress), "url_invalid");

const descriptor = line(22)
  .refine((text) => text === null || /\p{L}/u.test(text), "descriptor_no_letter")
  .refine((text) => text === null || !/[<>\\'"*]/.test(text), "descriptor_forbidden_character");

const size = z
  .string()
  .trim()
  .refine((text) => text === "" || /^\d{1,6}([.,]\d{1,2})?$/.test(text), "size_invalid")
  .transform((text) => (text === "" ? null : Number(text.replace(",", "."))));

/** What a person says of a product; the fields of its price stand beside them. */
const productTyped = z
  .object({
    name: z.string().trim().min(1, "required").max(5000, "too_long"),
    description: line(40_000),
    images,
    taxCode: line(20).refine((code) => code === null || /^txcd_\d{8}$/.test(code), "tax_code_unknown"),
    statementDescriptor: descriptor,
    unitLabel: line(12),
    url: line(5000).refine((text) => text === null || isAddress(text), "url_invalid"),
    marketing: lines(15).refine((all) => all.every((one) => one.length <= 80), "too_long"),
    shippable: z.enum(["", "yes", "no"]),
    length: size,
    width: size,
    height: size,
    weight: size,
    shown: metadataShown,
  })
  .catchall(z.string())
  .transform(({ shown, ...typed }, context) => {
    const wrong = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message });
    const { length, width, height, weight } = typed;
    const isMeasured = length !== null && width !== null && height !== null && weight !== null;
    for (const [name, value] of Object.entries({ length, width, height, weight })) {
      if (value === null && (length ?? width ?? height ?? weight) !== null) wrong(name, "size_incomplete");
    }
    const product: ProductInput & { name: string } = {
      name: typed.name,
      description: typed.description,
      images: typed.images,
      marketingFeatures: typed.marketing.map((name) => ({ name })),
      metadata: metadataChanges(shown, stringsOf(typed), wrong),
      packageDimensions: isMeasured ? { length, width, height, weight } : null,
      shippable: typed.shippable === "" ? null : typed.shippable === "yes",
      statementDescriptor: typed.statementDescriptor,
      taxCode: typed.taxCode,
      unitLabel: typed.unitLabel,
      url: typed.url,
    };
    return { product, fields: stringsOf(typed) };
  });

export const newProductForm = productTyped;
export const editProductForm = productTyped;
export const defaultPriceForm = z.strictObject({ id: z.string(), price: z.string() });

/** What only the fields of a price say. */
export const priceFieldsForm = z.record(z.string(), z.string());

/** Where the core's refusal of a lookup key is told: another price has it. */
export const lookupKeyTaken = { lookup_key: { param: "lookupKey", code: "lookup_key_taken" } };

function isAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:/.test(text);
}

function stringsOf(values: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}
