import type { Tier } from "#db/schema/catalog";
import { invalid } from "#lib/errors";
import type { AmountInput, NewPriceInput, RecurringInput } from "./price-input.ts";

/** Three years, the longest a price may take to recur. */
const longest = { day: 1095, week: 156, month: 36, year: 3 };

/** Throws when the parts of a new price do not make one. */
export function checkPrice(input: NewPriceInput): void {
  const scheme = input.billingScheme ?? "per_unit";
  if (scheme === "tiered") checkTiered(input);
  else checkPerUnit(input);
  for (const [currency, option] of Object.entries(input.currencyOptions ?? {})) {
    checkOption(input, currency, option);
  }
  if (input.recurring) checkRecurring(input, input.recurring);
}

/** Throws when a currency's option is not of the same model as the price. */
export function checkOption(
  price: Pick<NewPriceInput, "param"> & {
    currency: string;
    tiers?: Tier[] | null;
    customUnitAmount?: object | null;
  },
  currency: string,
  option: AmountInput,
): void {
  const fail = failing(price, `[currency_options][${currency}]`);
  if (currency === price.currency) {
    throw fail("The price's own currency is set with its own parameters, not among currency_options.");
  }
  if (price.tiers) {
    if (!option.tiers) throw fail(`A tiered price needs tiers in each currency: ${currency} has none.`);
    checkTiers(option.tiers, fail);
    if (option.tiers.map((tier) => tier.upTo).join() !== price.tiers.map((tier) => tier.upTo).join()) {
      throw fail(`The tiers in ${currency} must end at the same quantities as the price's own.`);
    }
  } else if (option.tiers) throw fail("Only a tiered price has tiers in other currencies.");
  const { customUnitAmount: custom, unitAmount } = option;
  if (Boolean(custom) !== Boolean(price.customUnitAmount)) {
    throw fail("The customer chooses the amount in every currency of a price, or in none.");
  }
  if (custom) checkCustom(custom, fail);
  if (!price.tiers && !custom && unitAmount === undefined) {
    throw fail(`Set unit_amount or unit_amount_decimal for ${currency}.`);
  }
  if ((price.tiers || custom) && unitAmount !== undefined) {
    throw fail("This price has no unit amount in other currencies, as it has none in its own.");
  }
}

type Fail = (message: string) => Error;

function checkPerUnit(input: NewPriceInput): void {
  const { customUnitAmount, tiers, tiersMode, unitAmount, recurring, transformQuantity } = input;
  if (tiers || tiersMode) {
    throw failing(
      input,
      tiers ? "[tiers]" : "[tiers_mode]",
    )("Tiers are for prices with billing_scheme=tiered: set it, or leave out tiers and tiers_mode.");
  }
  if (customUnitAmount && unitAmount !== undefined) {
    throw failing(
      input,
      "[unit_amount]",
    )("You may only specify one of these parameters: custom_unit_amount, unit_amount.");
  }
  if (!customUnitAmount && unitAmount === undefined) {
    throw failing(input)(
      "Prices require an `unit_amount` or `unit_amount_decimal` parameter to be set.",
      "parameter_missing",
    );
  }
  if (!customUnitAmount) return;
  const fail = failing(input, "[custom_unit_amount]");
  if (recurring) throw fail("What customers choose to pay cannot recur: leave out recurring.");
  if (transformQuantity) throw fail("What customers choose to pay is not counted in packages.");
  checkCustom(customUnitAmount, fail);
}

function checkTiered(input: NewPriceInput): void {
  const missing = !input.tiers?.length ? "tiers" : !input.tiersMode ? "tiers_mode" : null;
  if (missing !== null || !input.tiers) {
    throw failing(input, `[${missing}]`)(`Missing required param: ${missing}.`, "parameter_missing");
  }
  if (input.unitAmount !== undefined || input.customUnitAmount) {
    throw failing(
      input,
      input.customUnitAmount ? "[custom_unit_amount]" : "[unit_amount]",
    )("A tiered price takes its amounts from its tiers.");
  }
  if (input.transformQuantity) {
    throw failing(input, "[transform_quantity]")("A tiered price does not count in packages.");
  }
  checkTiers(input.tiers, failing(input, "[tiers]"));
}

function checkTiers(tiers: Tier[], fail: Fail): void {
  let below = 0;
  for (const [index, { upTo, unitAmount, flatAmount }] of tiers.entries()) {
    const last = index === tiers.length - 1;
    if (unitAmount === null && flatAmount === null) {
      throw fail(`Tier ${index + 1} needs a unit_amount or a flat_amount.`);
    }
    if (flatAmount?.includes(".")) throw fail(`The flat amount of tier ${index + 1} must be a whole number.`);
    if (last !== (upTo === null)) throw fail("The last tier, and no other, must have up_to=inf.");
    if (upTo !== null && upTo <= below) throw fail("Each tier's up_to must be above the one before.");
    below = upTo ?? below;
  }
}

function checkCustom({ minimum, maximum, preset }: NonNullable<AmountInput["customUnitAmount"]>, fail: Fail) {
  if (minimum !== null && maximum !== null && minimum > maximum) {
    throw fail("The minimum must not be above the maximum.");
  }
  if (preset === null) return;
  if (preset < (minimum ?? 0) || (maximum !== null && preset > maximum)) {
    throw fail("The preset must lie between the minimum and the maximum.");
  }
}

function checkRecurring(
  input: NewPriceInput,
  { interval, intervalCount = 1, usageType, meterId }: RecurringInput,
) {
  if (intervalCount > longest[interval]) {
    throw failing(
      input,
      "[recurring][interval_count]",
    )("A price recurs at least every three years: 3 years, 36 months, 156 weeks or 1095 days.");
  }
  if (meterId !== undefined) {
    throw failing(input, "[recurring][meter]")(`No such meter: '${meterId}'`, "resource_missing");
  }
  if (usageType === "metered") {
    throw failing(
      input,
      "[recurring][usage_type]",
    )("A metered price needs the meter that measures its usage.");
  }
}

/** Makes the errors about one parameter, such as `[tiers]`, wherever the price was described. */
function failing({ param = "" }: Pick<NewPriceInput, "param">, path = "") {
  const whole = param === "" ? path.replace(/^\[(\w+)\]/, "$1") : param + path;
  return (message: string, code?: string) =>
    invalid(message, { ...(whole === "" ? {} : { param: whole }), ...(code === undefined ? {} : { code }) });
}
