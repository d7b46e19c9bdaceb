import { isIP, isIPv6 } from "node:net";
import type { ItemType } from "#db/schema/value-lists";
import { emailKey } from "#lib/email-key";
import { invalid } from "#lib/errors";
import { plainAddress } from "#lib/forwarded";

const fingerprint = { fits: /^[0-9A-Za-z]{8,64}$/, code: "fingerprint_invalid" };

const rules: Record<ItemType, { fits: RegExp; code: string }> = {
  account: { fits: /^acct_\w+$/, code: "account_invalid" },
  card_bin: { fits: /^\d{6}(?:\d{2})?$/, code: "bin_invalid" },
  card_fingerprint: fingerprint,
  case_sensitive_string: { fits: /\S/, code: "value_invalid" },
  country: { fits: /^[A-Z]{2}$/, code: "country_invalid" },
  crypto_fingerprint: fingerprint,
  customer_id: { fits: /^cus_\w+$/, code: "customer_invalid" },
  email: { fits: /^[^\s@]+@[^\s@]+$/, code: "email_invalid" },
  ip_address: { fits: /^/, code: "ip_address_invalid" },
  sepa_debit_fingerprint: fingerprint,
  string: { fits: /\S/, code: "value_invalid" },
  us_bank_account_fingerprint: fingerprint,
};

/** A value as lists of its type keep it: in small letters where these say nothing. */
export function writtenAs(type: ItemType, value: string): string {
  const text = value.trim();
  if (type === "country") return text.toUpperCase();
  if (type === "ip_address") return plainIp(text);
  return type === "email" || type === "string" ? emailKey(text) : text;
}

/** An address in its shortest form, so that one written in full is the same, less the interface it came in by. */
function plainIp(address: string): string {
  const plain = plainAddress(address.toLowerCase()).replace(/%.*$/, "");
  return isIPv6(plain) ? new URL(`http://[${plain}]`).hostname.slice(1, -1) : plain;
}

/** The value as it is kept, or the error that says it is none of this type. */
export function readItemValue(type: ItemType, value: string): string {
  const written = writtenAs(type, value);
  const { fits, code } = rules[type];
  if (fits.test(written) && (type !== "ip_address" || isIP(written) !== 0)) return written;
  throw invalid("This value cannot be on this list.", { code, param: "value" });
}
