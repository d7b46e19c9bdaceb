import type { InstrumentType } from "#db/schema/customers";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { brandName } from "./brands.ts";

export { brandName } from "./brands.ts";

/** "Visa ending 4242", "SEPA debit ending 3000": what a person recognises a payment method by. */
export function methodName(
  method: { type: InstrumentType; brand: string | null; last4: string },
  locale: Locale,
): string {
  const t = translator(locale, "methods");
  if (method.type === "customer_balance") return t("type.customer_balance");
  return t("ending", { name: brandName(method.brand) ?? t(`type.${method.type}`), last4: method.last4 });
}
