import type { TaxIdType } from "./formats.ts";
import type { TaxIdRow } from "./wire.ts";

/** The numbers that an authority can be asked about. */
export function isVerifiable(type: TaxIdType): boolean {
  return type === "au_abn" || type === "eu_vat" || type === "gb_vat";
}

/**
 * Numbers of a test environment that show how a verification ends; the last one's never does.
 * Source: https://docs.stripe.com/billing/customer/tax-ids#magic-tax-ids
 */
export const testResults: Record<string, TaxIdRow["verificationStatus"]> = {
  "000000000": "verified",
  "111111111": "unverified",
  "222222222": "pending",
};

/** What the authority says. No authority can be asked from here, so of other numbers none says anything. */
export function verdictOn({ value }: TaxIdRow): NonNullable<TaxIdRow["verificationStatus"]> {
  return testResults[value] ?? "unavailable";
}
