/** A plain decimal with its point moved: `shift("1.5", -2)` is "0.015". Throws RangeError on anything else. */
export function shift(decimal: string, places: number): string {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (!match) throw new RangeError(`Not a plain decimal: ${decimal}`);
  const [, whole = "0", fraction = ""] = match;
  return withDecimals(BigInt(whole + fraction), fraction.length - places);
}

/** A quotient as a decimal of at most `decimals` decimals, a half rounded up; both plain and positive. */
export function divide(dividend: string, divisor: string, decimals: number): string {
  const [top, bottom] = [wholes(dividend), wholes(divisor)];
  const scaled = top.units * 10n ** BigInt(decimals + bottom.decimals);
  const by = bottom.units * 10n ** BigInt(top.decimals);
  return withDecimals((2n * scaled + by) / (2n * by), decimals);
}

function wholes(decimal: string): { units: bigint; decimals: number } {
  const fraction = decimal.split(".")[1] ?? "";
  return { units: BigInt(decimal.replace(".", "")), decimals: fraction.length };
}

function withDecimals(units: bigint, decimals: number): string {
  if (decimals <= 0) return String(units * 10n ** BigInt(-decimals));
  const digits = String(units).padStart(decimals + 1, "0");
  const fraction = digits.slice(-decimals).replace(/0+$/, "");
  return digits.slice(0, -decimals) + (fraction && `.${fraction}`);
}
