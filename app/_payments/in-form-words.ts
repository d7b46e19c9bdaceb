import { inWordsOf } from "../_server/in-words-of";

/** What a form calls the parameters of the core. */
const fields: Record<string, string> = {
  number: "card_number",
  exp_month: "card_expiry",
  exp_year: "card_expiry",
  cvc: "card_cvc",
  payment_method: "method",
  statement_descriptor_suffix: "suffix",
  receipt_email: "receipt",
};

/** What is wrong with a charge's amount, where the same code means something else for a refund. */
const codes: Record<string, string> = {
  amount_too_large: "charge_too_large",
  amount_too_small: "charge_too_small",
  parameter_invalid_integer: "charge_step",
};

/** Does something about a payment; what the core refuses is said of the form's own fields. */
export function inFormWords<Result>(act: () => Promise<Result>): Promise<Result> {
  return inWordsOf({ fields, codeOf }, act);
}

function codeOf(code: string | undefined, field: string | undefined): string | undefined {
  if (field === undefined) return code;
  return field === "method" ? "method_not_usable" : (codes[code ?? ""] ?? code);
}
