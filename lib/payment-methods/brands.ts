const brands: Record<string, string | undefined> = {
  amex: "American Express",
  cartes_bancaires: "Cartes Bancaires",
  diners: "Diners Club",
  discover: "Discover",
  eftpos_au: "Eftpos Australia",
  jcb: "JCB",
  mastercard: "Mastercard",
  unionpay: "UnionPay",
  visa: "Visa",
};

/** A card's brand as people know it; null for one that has no name. */
export function brandName(brand: string | null): string | null {
  return (brand === null ? undefined : brands[brand]) ?? null;
}
