import { type Currency, exponent, isCurrency } from "#lib/money";

const known = new Map<string, number>();

/** How many decimals amounts of a stored currency have. */
export function decimalsOf(currency: string): number {
  let decimals = known.get(currency);
  if (decimals === undefined) known.set(currency, (decimals = exponent(asCurrency(currency))));
  return decimals;
}

function asCurrency(code: string): Currency {
  if (!isCurrency(code)) throw new Error(`A stored amount is in ${code}`);
  return code;
}
