import { type Currency, exponent, isCurrency } from "#lib/money";

const known = new Map<string, number>();

/** How many decimals amounts of a stored currency have. */
export function decimalsOf(currency: string): number {
  let decimals = known.get(currency);
  if (decimals === undefined) known.set(currency, (decimals = exponent(asCurrency(currency))));
  return decimals;
}

/** Minor units in major ones, exactly, without a loop through fractions: 1250 with two decimals is "12.50". */
export function toMajor(amount: number, decimals: number): string {
  if (decimals === 0) return String(amount);
  const digits = String(Math.abs(amount)).padStart(decimals + 1, "0");
  const cut = digits.length - decimals;
  return `${amount < 0 ? "-" : ""}${digits.slice(0, cut)}.${digits.slice(cut)}`;
}

function asCurrency(code: string): Currency {
  if (!isCurrency(code)) throw new Error(`A stored amount is in ${code}`);
  return code;
}
