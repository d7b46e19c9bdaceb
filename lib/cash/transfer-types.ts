import type { IncomingTransfer } from "#db/schema/cash";

/** How money of each currency is sent. */
const byCurrency: Record<string, IncomingTransfer["type"]> = {
  eur: "eu_bank_transfer",
  gbp: "gb_bank_transfer",
  jpy: "jp_bank_transfer",
  mxn: "mx_bank_transfer",
  usd: "us_bank_transfer",
};

/** How money of a currency is sent ahead; undefined where it cannot be. */
export function transferTypeOf(currency: string): IncomingTransfer["type"] | undefined {
  return byCurrency[currency];
}
