import { invalid } from "#lib/errors";
import { amountTyped } from "../[id]/amount-typed";

interface Typed {
  share: "all" | "percent" | "amount";
  value: string;
  currency: string;
}

/** How much of each payment was asked for. Throws what is wrong with it, beside the field. */
export function shareTyped({ share, value, currency }: Typed, locale: "en" | "fr") {
  if (share === "all") {
    // Whoever typed how much did not mean all of it.
    if (value !== "")
      throw invalid("All that is left takes no value.", { code: "share_unclear", param: "value" });
    return { all: true as const };
  }
  if (share === "percent") return { percent: percentTyped(value) };
  return { amount: amountTyped(value, currency, locale, "value"), currency };
}

/** Above 0, up to 100, with two decimals at most. */
function percentTyped(text: string): string {
  const percent = text.replace(/\s*%$/, "").replace(",", ".");
  if (/^\d{1,3}(\.\d{1,2})?$/.test(percent) && Number(percent) > 0 && Number(percent) <= 100) return percent;
  throw invalid("This is no percentage from 0.01 to 100.", { code: "percent_unreadable", param: "value" });
}
