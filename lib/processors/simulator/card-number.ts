/** The digits of a number as people type it, spaces and dashes left out; null where anything else is in it. */
export function digitsOf(typed: string): string | null {
  const digits = typed.replaceAll(/[\s-]/g, "");
  return /^\d+$/.test(digits) ? digits : null;
}

/** Whether a number could be a card's: its length, and the check digit (ISO/IEC 7812). */
export function isCardNumber(digits: string): boolean {
  return digits.length >= 12 && digits.length <= 19 && luhnSum(digits) % 10 === 0;
}

function luhnSum(digits: string): number {
  let sum = 0;
  for (let position = 0; position < digits.length; position++) {
    const digit = Number(digits[digits.length - 1 - position]);
    const weighted = position % 2 === 0 ? digit : digit * 2;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum;
}
