import { invalid } from "#lib/errors";
import { defaultMethodTypes } from "#lib/payments/payment-rules";

const known = ["card", "sepa_debit", "us_bank_account"];

interface Wanted {
  paymentMethodTypes?: string[];
  allowedPaymentMethodTypes?: string[] | null;
  excludedPaymentMethodTypes?: string[] | null;
}

/** The types a setup takes: those named, or those of the account's currency, without what is not wanted. */
export function methodTypesOf(wanted: Wanted, currency: string): string[] {
  for (const type of wanted.paymentMethodTypes ?? []) assertKnown(type, "payment_method_types");
  const {
    paymentMethodTypes: named,
    allowedPaymentMethodTypes: allowed,
    excludedPaymentMethodTypes,
  } = wanted;
  if (named && (allowed?.length || excludedPaymentMethodTypes?.length)) {
    throw invalid("You may only name payment_method_types, or the types to allow or to exclude.", {
      code: "parameters_exclusive",
      param: "payment_method_types",
    });
  }
  const excluded = excludedPaymentMethodTypes ?? [];
  const types = (named ?? defaultMethodTypes(currency)).filter(
    (type) => !excluded.includes(type) && (!allowed?.length || allowed.includes(type)),
  );
  if (types.length > 0) return types;
  throw invalid("No payment method type is left for this SetupIntent.", { param: "payment_method_types" });
}

/** The options of each type with their defaults, under what was given. */
export function withDefaultOptions(
  types: string[],
  given: Record<string, Record<string, unknown>>,
): Record<string, Record<string, unknown>> {
  const defaults: Record<string, Record<string, unknown>> = {
    card: { mandate_options: null, network: null, request_three_d_secure: "automatic" },
    sepa_debit: {},
    us_bank_account: { verification_method: "automatic" },
  };
  return Object.fromEntries(types.map((type) => [type, { ...defaults[type], ...given[type] }]));
}

function assertKnown(type: string, param: string): void {
  if (known.includes(type)) return;
  throw invalid(`The payment method type provided: ${type} is invalid.`, {
    code: "setup_intent_invalid_parameter",
    param,
  });
}
