/*
 * Decimals of up to twelve places, exact: as text where they are stored and sent, as whole millionths of
 * millionths where they are calculated with.
 */

const places = 12;
const one = 10n ** BigInt(places);

/** The number in units of 10⁻¹². `text`: plain digits, with at most twelve decimals. */
export function toParts(text: string): bigint {
  const negative = text.startsWith("-");
  const [whole = "", fraction = ""] = text.replace(/^[+-]/, "").split(".");
  const parts = BigInt(whole || "0") * one + BigInt(fraction.padEnd(places, "0"));
  return negative ? -parts : parts;
}

/** The shortest text of a number in units of 10⁻¹². */
export function fromParts(parts: bigint): string {
  const digits = (parts < 0n ? -parts : parts).toString().padStart(places + 1, "0");
  const fraction = digits.slice(-places).replace(/0+$/, "");
  const whole = digits.slice(0, -places);
  return `${parts < 0n ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}

/** The nearest whole number, halves away from zero. */
export function rounded(parts: bigint): number {
  const half = parts < 0n ? -one / 2n : one / 2n;
  return Number((parts + half) / one);
}

/** The number when it is a whole one, else null. */
export function wholeOrNull(text: string | null): number | null {
  return text === null || text.includes(".") ? null : Number(text);
}
