import type { z } from "zod";
import type { CustomUnitAmount, Tier } from "#db/schema/catalog";
import { byCurrency } from "#lib/api/by-currency";
import { decimal } from "#lib/api/decimal-param";
import { amount, bool, hash, int, listOf, oneOf } from "#lib/api/params";
import { paramName } from "#lib/api/parse-params";
import { invalid } from "#lib/errors";
import { mostAmount } from "#lib/money";
import type { AmountInput } from "./price-input.ts";

const exact = () => decimal({ max: mostAmount });

const customUnitAmount = () =>
  hash({
    enabled: bool(),
    maximum: amount().optional(),
    minimum: amount().optional(),
    preset: amount().optional(),
  });

/** A tier of a price or plan. */
export const tierParams = () =>
  hash({
    flat_amount: amount().optional(),
    flat_amount_decimal: exact().optional(),
    unit_amount: amount().optional(),
    unit_amount_decimal: exact().optional(),
    up_to: oneOf(["inf"]).or(int({ min: 1 })),
  });

/** How much a price without tiers is in a currency. */
export const unitAmountParams = () => ({
  custom_unit_amount: customUnitAmount().optional(),
  tax_behavior: oneOf(["exclusive", "inclusive", "unspecified"]).optional(),
  unit_amount: amount().optional(),
  unit_amount_decimal: exact().optional(),
});

/** How much a price of any model is in a currency. */
export const amountsParams = () => ({ ...unitAmountParams(), tiers: listOf(tierParams()).optional() });

type GivenTier = z.output<ReturnType<typeof tierParams>>;
interface Given extends Partial<z.output<z.ZodObject<ReturnType<typeof unitAmountParams>, z.core.$strict>>> {
  tiers?: GivenTier[] | undefined;
}

/** The amounts as the core takes them. `param`: where they were given. */
export function toAmounts(given: Given, param = ""): AmountInput {
  return {
    customUnitAmount: given.custom_unit_amount && toCustom(given.custom_unit_amount, param),
    taxBehavior: given.tax_behavior,
    tiers: given.tiers && toTiers(given.tiers, param),
    unitAmount: oneAmount(given.unit_amount, given.unit_amount_decimal, "unit_amount", param),
  };
}

/** Options by currency, which may be written in either case. */
export function toCurrencyOptions(given: Record<string, Given>, param = ""): Record<string, AmountInput> {
  return byCurrency(given, (name) => within(param, "currency_options", name), toAmounts);
}

/** Tiers as the core takes them: `inf` has no end. */
export function toTiers(tiers: GivenTier[], param = ""): Tier[] {
  return tiers.map((tier, index) => {
    const at = within(param, "tiers", String(index));
    return {
      flatAmount: oneAmount(tier.flat_amount, tier.flat_amount_decimal, "flat_amount", at) ?? null,
      unitAmount: oneAmount(tier.unit_amount, tier.unit_amount_decimal, "unit_amount", at) ?? null,
      upTo: tier.up_to === "inf" ? null : tier.up_to,
    };
  });
}

/** The amount that was given in one of two ways, as exact text. */
export function oneAmount(
  whole: number | undefined,
  exactly: string | undefined,
  name: string,
  param = "",
): string | undefined {
  if (whole !== undefined && exactly !== undefined) {
    throw invalid(`You may only specify one of these parameters: ${name}, ${name}_decimal.`, {
      param: within(param, name),
    });
  }
  return exactly ?? whole?.toString();
}

function toCustom(
  { enabled, ...given }: z.output<ReturnType<typeof customUnitAmount>>,
  param: string,
): CustomUnitAmount {
  if (!enabled) {
    throw invalid("Leave out custom_unit_amount unless the customer chooses the amount.", {
      param: within(param, "custom_unit_amount", "enabled"),
    });
  }
  const { maximum = null, minimum = null, preset = null } = given;
  return { maximum, minimum, preset };
}

/** The name of a parameter inside another: `currency_options[eur][unit_amount]`. */
export function within(param: string, ...names: string[]): string {
  return param === "" ? paramName(names) : param + names.map((name) => `[${name}]`).join("");
}
