import type { FormWords } from "../../_server/in-words-of";

/** Of the form of a payout, and of canceling or reversing one. */
export const payoutRefusals = {
  // Its currency is chosen by the page: what can be changed is how it is sent.
  fields: { currency: "method" },
  codeOf: (code, field) => code ?? (field === undefined ? "payout_unexpected_state" : undefined),
} satisfies FormWords;

export const topupRefusals = {
  codeOf: (code) => code ?? "topup_unexpected_state",
} satisfies FormWords;

const bankCodes: Record<string, string> = {
  parameter_missing: "required",
  account_number_invalid: "bank_account_unknown",
  routing_number_invalid: "bank_routing_unknown",
  invalid_bank_account_iban: "iban_unreadable",
};

/** Of a bank account of the business. */
export const bankAccountRefusals = {
  fields: {
    "external_account[account_number]": "number",
    "external_account[routing_number]": "routing",
    "external_account[currency]": "currency",
    "external_account[country]": "country",
  },
  codeOf(code, field) {
    if (field === "currency") return "bank_currency";
    return bankCodes[code ?? ""] ?? code;
  },
} satisfies FormWords;
