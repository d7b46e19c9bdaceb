import { brandName } from "#lib/payment-methods/brands";

const beginnings: [brand: string, begins: RegExp][] = [
  ["amex", /^3[47]/],
  ["diners", /^3(?:0[0-5]|[689])/],
  ["jcb", /^35(?:2[89]|[3-8])/],
  ["visa", /^4/],
  ["mastercard", /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/],
  ["discover", /^6(?:011|4[4-9]|5)/],
  ["unionpay", /^62/],
];

/** The brand a card number begins like, as people know it; null while that is open. */
export function brandOfNumber(typed: string): string | null {
  const digits = typed.replaceAll(/\D/g, "");
  return brandName(beginnings.find(([, begins]) => begins.test(digits))?.[0] ?? null);
}

/** A card number in groups, as it is printed: four, six and five digits for American Express, else by four. */
export function grouped(typed: string): string {
  const digits = typed.replaceAll(/\D/g, "").slice(0, 19);
  const groups = /^3[47]/.test(digits)
    ? [digits.slice(0, 4), digits.slice(4, 10), digits.slice(10)]
    : (digits.match(/.{1,4}/g) ?? []);
  return groups.filter((group) => group !== "").join(" ");
}
