/** Brands as the API's older objects spell them. */
const names: Record<string, string> = {
  amex: "American Express",
  cartes_bancaires: "Cartes Bancaires",
  diners: "Diners Club",
  discover: "Discover",
  eftpos_au: "Eftpos Australia",
  jcb: "JCB",
  mastercard: "MasterCard",
  unionpay: "UnionPay",
  visa: "Visa",
};

/** "MasterCard" of "mastercard": the brand of a card object that is no payment method. */
export function brandName(brand: string): string {
  return names[brand] ?? "Unknown";
}
