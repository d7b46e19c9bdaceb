import { invalid, isDomainError } from "#lib/errors";

/** The field of a form that says what the API calls otherwise, and what is said beside it. */
const fields: Record<string, { field: string; code?: string }> = {
  number: { field: "cardNumber" },
  cvc: { field: "cardCvc" },
  exp_month: { field: "cardExpiry" },
  exp_year: { field: "cardExpiry" },
  invoice_prefix: { field: "invoicePrefix", code: "invoice_prefix_taken" },
  "shipping[name]": { field: "shippingName", code: "required" },
  "tax_id_data[0][value]": { field: "taxValue" },
  "tax_id_data[0][type]": { field: "taxType" },
};

/** A command whose refusal stands beside the field that it is about. */
export async function besideFields<Result>(command: Promise<Result>): Promise<Result> {
  try {
    return await command;
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const place = fields[error.facts.param ?? ""];
    if (!place) throw error;
    throw invalid(error.message, { code: place.code ?? error.facts.code, param: place.field });
  }
}
