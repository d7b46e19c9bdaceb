import type { CustomUnitAmount } from "#lib/prices/price-input";
import { type Currency, isCurrency } from "#lib/currencies";
import type { Locale } from "#lib/i18n/locale";
import { toTypedText } from "#lib/prices/exact-amount";
import { amountsIn, currenciesOf, modelNameOf } from "#lib/prices/price-in";
import type { PriceRow } from "#lib/prices/wire";
import type { Typed } from "../_parts/read-typed";

/** A price as if somebody had typed it into its form: to begin another one like it, or to change what may change. */
export function typedOf(price: PriceRow, locale: Locale): Typed {
  const typed: Record<string, string> = {
    model: modelNameOf(price),
    currency: price.currency,
    extra: currenciesOf(price).slice(1).join(),
    tiers: String(price.tiers?.length ?? 1),
    packageSize: String(price.transformQuantity?.divide_by ?? ""),
    timing: price.type,
    interval: price.interval ?? "month",
    intervalCount: String(price.intervalCount ?? 1),
    taxBehavior: price.taxBehavior,
    nickname: price.nickname ?? "",
    lookupKey: price.lookupKey ?? "",
  };
  for (const currency of currenciesOf(price)) {
    if (!isCurrency(currency)) continue;
    Object.assign(typed, amountsOf(price, currency, locale));
  }
  return typed;
}

function amountsOf(price: PriceRow, currency: Currency, locale: Locale): Record<string, string> {
  const amounts = amountsIn(price, currency);
  if (!amounts) return {};
  const suffix = currency === price.currency ? "" : `-${currency}`;
  const shown = (amount: string | null) => (amount === null ? "" : toTypedText(amount, currency, locale));
  const tiers = (amounts.tiers ?? []).flatMap(({ upTo, unitAmount, flatAmount }, index) => [
    [`tier-${index}-upTo`, String(upTo ?? "")],
    [`tier-${index}-unit${suffix}`, shown(unitAmount)],
    [`tier-${index}-flat${suffix}`, shown(flatAmount)],
  ]);
  return {
    [`unit${suffix}`]: shown(amounts.unitAmount),
    ...Object.fromEntries(tiers),
    ...customOf(amounts.customUnitAmount, suffix, shown),
  };
}

function customOf(custom: CustomUnitAmount | null, suffix: string, shown: (amount: string | null) => string) {
  if (!custom) return {};
  return Object.fromEntries(
    (["minimum", "maximum", "preset"] as const).map((name) => {
      const amount = custom[name];
      return [name + suffix, shown(amount === null ? null : String(amount))];
    }),
  );
}
