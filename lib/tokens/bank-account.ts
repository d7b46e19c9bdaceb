import type { TokenDetails, VaultedInstrument } from "#db/schema/customers";
import { invalid } from "#lib/errors";
import type { VaultInput } from "#lib/processors/processor";

export interface BankAccountInput {
  accountNumber: string;
  country: string;
  currency?: string;
  routingNumber?: string;
  accountHolderName?: string;
  accountHolderType?: string;
  accountType?: string;
}

/** What the processor is given: an account number in the United States, an IBAN elsewhere. */
export function bankAccountVaultInput(account: BankAccountInput): VaultInput {
  if (account.country !== "US") return { type: "sepa_debit", iban: account.accountNumber };
  if (account.routingNumber === undefined) {
    const param = "bank_account[routing_number]";
    throw invalid(`Missing required param: ${param}.`, { code: "parameter_missing", param });
  }
  return {
    type: "us_bank_account",
    routingNumber: account.routingNumber,
    accountNumber: account.accountNumber,
    accountHolderType: account.accountHolderType ?? "individual",
    accountType: account.accountType ?? "checking",
  };
}

/** What may be kept of a bank account beside its instrument. */
export function bankAccountDetails(
  id: string,
  account: BankAccountInput,
  instrument: VaultedInstrument,
): NonNullable<TokenDetails["bankAccount"]> {
  const american = instrument.type === "us_bank_account" ? instrument.usBankAccount : null;
  return {
    id,
    accountHolderName: account.accountHolderName ?? null,
    accountHolderType: account.accountHolderType ?? null,
    accountType: account.accountType ?? null,
    bankName: american?.bankName ?? null,
    country: account.country,
    currency: account.currency ?? (american ? "usd" : "eur"),
    routingNumber: american?.routingNumber ?? null,
  };
}
