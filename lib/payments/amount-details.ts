import type { AmountDetails } from "#db/schema/payment-details";
import { invalid } from "#lib/errors";
import { detailsProblem } from "./wire-amount-details.ts";

/** Throws where what an amount is made of contradicts itself or, unless its sender lets that pass, the amount. */
export function assertAmountDetails(details: AmountDetails | null | undefined, amount: number): void {
  if (!details) return;
  assertOnce(details, "totalTaxAmount", "tax");
  assertOnce(details, "discountAmount", "discount_amount");
  const problem = detailsProblem(details, amount);
  if (problem && details.enforced) {
    throw invalid(problem.message, { code: problem.code, param: "amount_details" });
  }
}

function assertOnce(details: AmountDetails, what: "totalTaxAmount" | "discountAmount", name: string): void {
  if (details[what] === null || details.lineItems.every((line) => line[what] === null)) return;
  throw invalid(`Give amount_details[${name}] for the whole or for each line item, not both.`, {
    code: "parameters_exclusive",
    param: `amount_details[${name}]`,
  });
}
