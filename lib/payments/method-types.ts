import { invalid } from "#lib/errors";
import { assertMethodTypes, defaultMethodTypes, possibleMethodTypes } from "./payment-rules.ts";
import type { PaymentInput } from "./payment-input.ts";

type Wanted = Pick<
  PaymentInput,
  | "paymentMethodTypes"
  | "allowedPaymentMethodTypes"
  | "excludedPaymentMethodTypes"
  | "automaticPaymentMethods"
>;

/** The types a payment takes: those named, or those of its currency, without what is not wanted. */
export function methodTypesOf(wanted: Wanted, currency: string): string[] {
  const { paymentMethodTypes: named, allowedPaymentMethodTypes: allowed, automaticPaymentMethods } = wanted;
  const excluded = wanted.excludedPaymentMethodTypes ?? [];
  assertMethodTypes(named, currency);
  if (named && automaticPaymentMethods?.enabled) throw exclusive("automatic_payment_methods");
  if (named && allowed?.length) throw exclusive("allowed_payment_method_types");
  if (named && excluded.length > 0) throw exclusive("excluded_payment_method_types");
  const possible = allowed?.length ? possibleMethodTypes(currency) : defaultMethodTypes(currency);
  const offered = named ?? (automaticPaymentMethods?.enabled === false ? ["card"] : possible);
  const types = offered.filter(
    (type) => !excluded.includes(type) && (!allowed?.length || allowed.includes(type)),
  );
  if (types.length > 0) return types;
  throw invalid(
    "No valid payment method types for this PaymentIntent: none of those it takes in this currency is allowed.",
    { code: "payment_intent_invalid_parameter", param: "payment_method_types" },
  );
}

function exclusive(other: string) {
  return invalid(`You may only specify one of these parameters: ${other}, payment_method_types.`, {
    code: "parameters_exclusive",
    param: "payment_method_types",
  });
}
