import type { VaultInput, VaultResult } from "../processor.ts";
import { compactIban, isIban } from "./iban.ts";
import { sepaInstrument, usInstrument } from "./instruments.ts";
import { accountWithIban, refusalOf } from "./test-ibans.ts";
import { testRoutingNumber, usAccountNumbered } from "./test-us-accounts.ts";
import { vaultCard } from "./vault-card.ts";

type Typed<Type extends VaultInput["type"]> = Extract<VaultInput, { type: Type }>;

/** Recognises a test instrument. Whatever is not one is refused, and forgotten. */
export function vault(input: VaultInput, now: number): VaultResult {
  switch (input.type) {
    case "card":
      return vaultCard(input, now);
    case "sepa_debit":
      return vaultIban(input);
    case "us_bank_account":
      return vaultUsAccount(input);
  }
}

function vaultIban({ iban }: Typed<"sepa_debit">): VaultResult {
  const param = "sepa_debit[iban]";
  const compact = compactIban(iban);
  if (!isIban(compact)) {
    return {
      ok: false,
      code: "invalid_bank_account_iban",
      param,
      message: "The IBAN you provided is invalid.",
    };
  }
  const refusal = refusalOf(compact);
  if (refusal) {
    return { ok: false, code: refusal, param, message: "This bank account cannot be debited through SEPA." };
  }
  const account = accountWithIban(compact);
  if (account) return { ok: true, instrument: sepaInstrument(account) };
  const message =
    "You must use a test IBAN in test mode. Try DE89370400440532013000 or see more options at https://stripe.com/docs/testing.";
  return { ok: false, code: "account_number_invalid", param, message };
}

function vaultUsAccount(input: Typed<"us_bank_account">): VaultResult {
  if (input.routingNumber.trim() !== testRoutingNumber) {
    const message = `You must use a test routing number in test mode. Try ${testRoutingNumber}.`;
    return { ok: false, code: "routing_number_invalid", param: "us_bank_account[routing_number]", message };
  }
  const account = usAccountNumbered(input.accountNumber.trim());
  if (account) {
    const { accountHolderType, accountType } = input;
    const holder = { accountHolderType, accountType, holder: "unproven" } as const;
    return { ok: true, instrument: usInstrument(account, holder) };
  }
  const message =
    "You must use a test bank account number in test mode. Try 000123456789 or see more options at https://stripe.com/docs/connect/testing#account-numbers.";
  return { ok: false, code: "account_number_invalid", param: "us_bank_account[account_number]", message };
}
