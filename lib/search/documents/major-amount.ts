import { isCurrency } from "#lib/currencies";
import { toDecimalString } from "#lib/money";

/** An amount of minor units as people write it, shortest: `149.9`, `500`. */
export function majorAmount({ amount, currency }: { amount: number; currency: string }): string {
  return isCurrency(currency) ? String(Number(toDecimalString({ amount, currency }))) : String(amount);
}
