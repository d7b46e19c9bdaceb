import type { CardFacts, Renewal } from "../processor.ts";

const brands = ["amex", "discover", "mastercard", "visa"];
const dayOfMonth = 15;
const validYears = 3;

/** Banks in the United States tell these networks of the next card in the middle of a card's last month. */
export function renewal({ brand, country, expMonth, expYear }: CardFacts): Renewal | null {
  if (country !== "US" || !brands.includes(brand)) return null;
  return { at: Date.UTC(expYear, expMonth - 1, dayOfMonth), expMonth, expYear: expYear + validYears };
}
