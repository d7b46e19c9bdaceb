import type { MetadataPatch } from "#lib/metadata";
import type { NewTaxRateInput } from "#lib/tax-rates/create-tax-rate";
import type { TaxRateInput } from "#lib/tax-rates/tax-rate-input";
import { taxTypes } from "#lib/tax-rates/tax-types";
import { needed, textTyped, type Typed, wrong } from "../_parts/read-typed";

/** What can be said of a tax rate at any time, as a person typed it; what was left empty is taken away. */
export function factsTyped(typed: Typed, metadata: MetadataPatch): TaxRateInput & { displayName: string } {
  const country = textTyped(typed, "country", 2)?.toUpperCase();
  if (country !== undefined && !/^[A-Z]{2}$/.test(country)) throw wrong("country", "country_unknown");
  return {
    country: country ?? null,
    description: textTyped(typed, "description", 5000) ?? null,
    displayName: needed(textTyped(typed, "displayName", 50), "displayName"),
    jurisdiction: textTyped(typed, "jurisdiction", 50) ?? null,
    metadata,
    state: textTyped(typed, "state", 3)?.toUpperCase() ?? null,
    taxType: taxTypes.find((type) => type === typed.taxType) ?? null,
  };
}

/** A new tax rate as a person typed it. */
export function rateTyped(typed: Typed, metadata: MetadataPatch): NewTaxRateInput {
  const text = needed(textTyped(typed, "percentage", 20), "percentage")
    .replace(",", ".")
    .replace(/\s?%$/, "");
  const isPercentage = /^\d{1,3}(\.\d{1,4})?$/.test(text) && Number(text) <= 100;
  if (!isPercentage) throw wrong("percentage", "tax_percentage_invalid");
  if (typed.inclusive !== "yes" && typed.inclusive !== "no") throw wrong("inclusive", "required");
  return {
    ...factsTyped(typed, metadata),
    inclusive: typed.inclusive === "yes",
    percentage: String(Number(text)),
  };
}
