import { newestOfMethod } from "./find-verification.ts";
import type { Handle } from "#db/transaction";
import { invalid } from "#lib/errors";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import type { DepositKind } from "#lib/processors/processor";
import { exhausted } from "./failures.ts";

/**
 * What the holder of a method has to prove it by before it is debited; null: nothing. A text beside one deposit at
 * first, the sums of two once that came to nothing. Throws where it cannot be proven.
 */
export async function depositsWanted(
  handle: Handle,
  { id, instrument, sourceObject }: PaymentMethodRow,
  options: Record<string, Record<string, unknown>>,
): Promise<DepositKind | null> {
  if (instrument.type !== "us_bank_account" || sourceObject !== null) return null;
  const { holder = "proven" } = instrument.usBankAccount;
  if (holder === "proven") return null;
  if (holder === "unprovable")
    throw invalid(exhausted.message, { code: exhausted.code, param: "payment_method" });
  if (options.us_bank_account?.verification_method === "instant") {
    throw invalid(
      "The bank account of this PaymentMethod is not verified, and `payment_method_options[us_bank_account][verification_method]` allows only instant verification. Use a PaymentMethod that is verified, or allow microdeposits.",
      { param: "payment_method" },
    );
  }
  return (await newestOfMethod(handle, id)) ? "amounts" : "descriptor_code";
}
