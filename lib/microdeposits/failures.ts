import type { DepositKind } from "#lib/processors/processor";

/** Why a bank account could not be proven, as clients know it. */
export interface DepositFailure {
  code:
    | "payment_method_microdeposit_failed"
    | "payment_method_microdeposit_verification_attempts_exceeded"
    | "payment_method_microdeposit_verification_timeout";
  message: string;
}

export const exhausted: DepositFailure = {
  code: "payment_method_microdeposit_verification_attempts_exceeded",
  message: "You have exceeded the number of allowed verification attempts.",
};

export const tooLate: DepositFailure = {
  code: "payment_method_microdeposit_verification_timeout",
  message: "Microdeposit verification timed out. Customer did not verify within the required 10 day period.",
};

export const cameBack: DepositFailure = {
  code: "payment_method_microdeposit_failed",
  message:
    "Microdeposits failed. Please check the account, institution and transit numbers provided, as well as the currency.",
};

/** What is said of a guess that may be repeated. */
export const mismatch = {
  descriptor_code: {
    code: "payment_method_microdeposit_verification_descriptor_code_mismatch",
    param: "descriptor_code",
    message: "The descriptor code provided does not match the descriptor code sent to the bank account.",
  },
  amounts: {
    code: "payment_method_microdeposit_verification_amounts_mismatch",
    param: "amounts",
    message: "The amounts provided do not match the amounts that were sent to the bank account.",
  },
} as const satisfies Record<DepositKind, { code: string; param: string; message: string }>;

/** Wrong guesses after which there is no other. Source: https://docs.stripe.com/payments/ach-direct-debit/accept-a-payment */
export const mostFailures = { descriptor_code: 10, amounts: 3 } as const satisfies Record<
  DepositKind,
  number
>;
