import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { priceModels } from "#lib/prices/price-in";
import type { Option } from "../../../_ui/choice-field";
import { currencyWords } from "../_parts/currency-words";

/** All that the form of a price says: it is drawn in the browser too, where there are no messages. */
export type PriceFormWords = ReturnType<typeof priceFormWords>;

const intervals = ["day", "week", "month", "year"] as const;
const taxes = ["unspecified", "exclusive", "inclusive"] as const;

export function priceFormWords(locale: Locale) {
  const t = translator(locale, "prices");
  const options = <V extends string>(values: readonly V[], label: (value: V) => string): Option[] =>
    values.map((value) => ({ value, label: label(value) }));
  return {
    ...currencyWords(locale),
    optional: translator(locale, "common")("optional"),
    model: t("form.model"),
    models: priceModels.map((value) => ({
      value,
      label: t(`model.${value}`),
      hint: t(`modelHint.${value}`),
    })),
    unit: t("form.unit"),
    unitHint: t("form.unitHint"),
    packageSize: t("form.packageSize"),
    packageSizeHint: t("form.packageSizeHint"),
    minimum: t("minimum"),
    maximum: t("maximum"),
    preset: t("preset"),
    tiers: t("form.tiers"),
    tier: t("form.tier", { number: "{number}" }),
    upTo: t("form.upTo"),
    upToLast: t("form.upToLast"),
    tierUnit: t("form.tierUnit"),
    tierFlat: t("form.tierFlat"),
    addTier: t("form.addTier"),
    removeTier: t("form.removeTier", { number: "{number}" }),
    timing: t("form.timing"),
    timings: options(["one_time", "recurring"], (value) => t(`type.${value}`)),
    interval: t("form.interval"),
    intervals: options(intervals, (value) => t(`interval.${value}`)),
    intervalCount: t("form.intervalCount"),
    taxBehavior: t("taxBehavior"),
    taxBehaviorHint: t("form.taxBehaviorHint"),
    taxes: options(taxes, (value) => t(`tax.${value}`)),
    nickname: t("nickname"),
    nicknameHint: t("form.nicknameHint"),
    lookupKey: t("lookupKey"),
    lookupKeyHint: t("form.lookupKeyHint"),
    transfer: t("form.transfer"),
    transferLabel: t("form.transferLabel"),
  };
}
