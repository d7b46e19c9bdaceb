import { minute } from "#lib/clock";
import type { Declined, FutureDispute } from "../processor.ts";

/** How a bank debit ends. */
export interface DebitBehaviour {
  /** When it is known: within seconds, after three minutes, or never. */
  settles: "promptly" | "after_three_minutes" | "never";
  failure?: DebitFailure;
  dispute?: FutureDispute;
  /** The fraud screen stops it before any bank is asked. */
  blocked?: true;
}

/** Milliseconds until a debit settles. */
export const delays = { promptly: 2_000, after_three_minutes: 3 * minute, never: null };

export type DebitFailure = keyof typeof messages;

/** A debit the bank sent back, in the words clients are told. */
export function returned(failure: DebitFailure): Declined {
  return {
    result: "declined",
    code: failure,
    declineCode: null,
    param: null,
    message: messages[failure],
    advice: null,
    networkDeclineCode: null,
  };
}

const messages = {
  generic_could_not_process: "The customer's bank could not process this payment.",
  insufficient_funds: "The customer's account has insufficient funds to cover this payment.",
  charge_exceeds_source_limit:
    "This payment would take the account past the amount that may be debited from it in a week.",
  charge_exceeds_weekly_limit: "This payment is more than may be debited from the account at once.",
  account_closed: "The customer's bank account has been closed.",
  no_account: "The customer's bank account could not be located.",
  debit_not_authorized: "The customer has notified their bank that this payment was unauthorized.",
  invalid_currency: "The customer's bank account cannot be debited in this currency.",
  payment_method_microdeposit_failed:
    "The deposits that verify the customer's bank account could not be sent.",
  tokenized_account_number_deactivated: "The customer's bank has deactivated this tokenized account number.",
};
