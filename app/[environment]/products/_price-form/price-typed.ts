import { type Currency, isCurrency } from "#lib/currencies";
import type { Locale } from "#lib/i18n/locale";
import { priceModels, type PriceModelName } from "#lib/prices/price-in";
import type {
  AmountInput,
  CustomUnitAmount,
  NewPriceInput,
  RecurringInput,
  TaxBehavior,
  Tier,
} from "#lib/prices/price-input";
import { extraCurrencies } from "../_parts/extra-currencies";
import {
  coinsTyped,
  countTyped,
  exactTyped,
  needed,
  textTyped,
  type Typed,
  wrong,
} from "../_parts/read-typed";
import { tierCount } from "./rearrange";

/** A price as a person described it. Throws the first thing that is wrong with it, beside its field. */
export function priceTyped(typed: Typed, locale: Locale): NewPriceInput {
  const currency = typed.currency ?? "";
  if (!isCurrency(currency)) throw wrong("currency", "currency_unknown");
  const model = priceModels.find((one) => one === typed.model);
  if (!model) throw wrong("model", "required");
  const isTiered = model === "graduated" || model === "volume";
  return {
    ...amountsTyped(typed, { model, currency, locale, suffix: "" }),
    billingScheme: isTiered ? "tiered" : "per_unit",
    currency,
    currencyOptions: optionsTyped(typed, model, locale),
    lookupKey: textTyped(typed, "lookupKey", 200),
    nickname: textTyped(typed, "nickname", 5000),
    recurring: model === "custom" ? undefined : recurringTyped(typed),
    taxBehavior: taxBehaviorTyped(typed),
    tiersMode: isTiered ? model : undefined,
    transferLookupKey: typed.transferLookupKey === "yes",
    transformQuantity:
      model === "package"
        ? { divide_by: needed(countTyped(typed, "packageSize", 1_000_000_000), "packageSize"), round: "up" }
        : undefined,
  };
}

/** What the price is in its other currencies; `model` is that of its own. */
export function optionsTyped(
  typed: Typed,
  model: PriceModelName,
  locale: Locale,
): Record<string, AmountInput> | undefined {
  const others = extraCurrencies(typed);
  if (others.length === 0) return undefined;
  return Object.fromEntries(
    others.map((name) => {
      if (!isCurrency(name)) throw wrong("addCurrency", "currency_unknown");
      return [name, amountsTyped(typed, { model, currency: name, locale, suffix: `-${name}` })];
    }),
  );
}

/** What was chosen about tax; undefined where it was not asked. */
export function taxBehaviorTyped(typed: Typed): TaxBehavior | undefined {
  const chosen = typed.taxBehavior;
  return chosen === "inclusive" || chosen === "exclusive" || chosen === "unspecified" ? chosen : undefined;
}

interface Reading {
  model: PriceModelName;
  currency: Currency;
  locale: Locale;
  /** What the names of this currency's fields end with. */
  suffix: string;
}

function amountsTyped(typed: Typed, reading: Reading): AmountInput {
  const { model, suffix } = reading;
  if (model === "custom") return { customUnitAmount: customTyped(typed, reading) };
  if (model === "flat" || model === "package") {
    return { unitAmount: needed(exactTyped(typed, `unit${suffix}`, reading), `unit${suffix}`) };
  }
  return { tiers: tiersTyped(typed, reading) };
}

function tiersTyped(typed: Typed, reading: Reading): Tier[] {
  const count = tierCount(typed);
  let below = 0;
  return Array.from({ length: count }, (_, index) => {
    const unit = `tier-${index}-unit${reading.suffix}`;
    const flatAmount = coinsTyped(typed, `tier-${index}-flat${reading.suffix}`, reading);
    const unitAmount = exactTyped(typed, unit, reading);
    if (unitAmount === null && flatAmount === null) throw wrong(unit, "tier_empty");
    const end = `tier-${index}-upTo`;
    const upTo = index === count - 1 ? null : needed(countTyped(typed, end, Number.MAX_SAFE_INTEGER), end);
    if (upTo !== null && upTo <= below) throw wrong(end, "tier_order");
    below = upTo ?? below;
    return { upTo, unitAmount, flatAmount: flatAmount === null ? null : String(flatAmount) };
  });
}

function customTyped(typed: Typed, reading: Reading): CustomUnitAmount {
  const [minimum, maximum, preset] = ["minimum", "maximum", "preset"].map((name) =>
    coinsTyped(typed, name + reading.suffix, reading),
  );
  if (minimum && maximum && minimum > maximum)
    throw wrong(`maximum${reading.suffix}`, "maximum_below_minimum");
  const isOutside = preset && (preset < (minimum ?? 0) || (maximum && preset > maximum));
  if (isOutside) throw wrong(`preset${reading.suffix}`, "preset_outside");
  return { minimum: minimum ?? null, maximum: maximum ?? null, preset: preset ?? null };
}

const intervals = ["day", "week", "month", "year"] as const;

function recurringTyped(typed: Typed): RecurringInput | undefined {
  if (typed.timing !== "recurring") return undefined;
  const interval = intervals.find((one) => one === typed.interval);
  if (!interval) throw wrong("interval", "required");
  const longest = { day: 1095, week: 156, month: 36, year: 3 }[interval];
  const count = countTyped(typed, "intervalCount", longest, "interval_too_long");
  return { interval, intervalCount: needed(count, "intervalCount") };
}
