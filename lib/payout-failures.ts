/** Why a bank did not take a payout, or did not send money for a top-up, in the words clients are told. */
const messages = {
  account_closed: "The bank account has been closed.",
  account_frozen: "The bank account has been frozen.",
  bank_account_restricted:
    "The bank account has restrictions on either the type, or the number, of payouts allowed. This normally indicates that the bank account is a savings or other non-checking account.",
  could_not_process: "The bank could not process this payout.",
  debit_not_authorized:
    "Debit transactions are not approved on the bank account. (Bank accounts must be set up for both credit and debit payouts.)",
  declined: "The bank has declined this transfer. Please contact the bank before retrying.",
  insufficient_funds: "The account has insufficient funds to cover the payout.",
  invalid_account_number: "The routing number seems correct, but the account number is invalid.",
  invalid_currency:
    "The bank was unable to process this payout because of its currency. This is probably because the bank account cannot accept payments in that currency.",
  no_account:
    "The bank account details on file are probably incorrect. No bank account could be located with those details.",
  unsupported_card: "The bank no longer supports payouts to this card.",
};

export type PayoutFailure = keyof typeof messages;

export function hasPayoutFailure(code: string): code is PayoutFailure {
  return Object.hasOwn(messages, code);
}

/** The sentence for a failure code; null for none. */
export function payoutFailureMessage(code: string | null): string | null {
  return code !== null && hasPayoutFailure(code) ? messages[code] : null;
}
