/** What has to be known of a bank account to send a currency there. */
export interface AccountKind {
  /** Where it is; null: its number says so. */
  country: string | null;
  number: "iban" | "account_number" | "clabe";
  /** What names its bank; null: its number does. */
  routing: "sort_code" | "routing_number" | "bank_and_branch" | null;
  /** One that a test environment takes. */
  example: { number: string; routing: string | null };
}

const kinds: Record<string, AccountKind | undefined> = {
  eur: {
    country: null,
    number: "iban",
    routing: null,
    example: { number: "DE89370400440532013000", routing: null },
  },
  gbp: {
    country: "GB",
    number: "account_number",
    routing: "sort_code",
    example: { number: "00012345", routing: "108800" },
  },
  jpy: {
    country: "JP",
    number: "account_number",
    routing: "bank_and_branch",
    example: { number: "0012345", routing: "1100000" },
  },
  mxn: {
    country: "MX",
    number: "clabe",
    routing: null,
    example: { number: "000000000123456789", routing: null },
  },
  usd: {
    country: "US",
    number: "account_number",
    routing: "routing_number",
    example: { number: "000123456789", routing: "110000000" },
  },
};

/** The accounts that a currency which customers send ahead goes back to. */
export function accountKindOf(currency: string): AccountKind {
  const kind = kinds[currency];
  if (!kind) throw new Error(`No customer can have sent ${currency} ahead`);
  return kind;
}
