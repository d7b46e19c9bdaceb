import type { PaymentIntentRow } from "./wire.ts";

type Options = Record<string, Record<string, unknown>>;

const defaults: Options = {
  card: { installments: null, mandate_options: null, network: null, request_three_d_secure: "automatic" },
  customer_balance: { funding_type: null },
  sepa_debit: {},
  us_bank_account: { verification_method: "automatic" },
};

/** The options of each method that a payment takes: what is given, over what was, over the defaults. */
export function methodOptions(types: readonly string[], was: Options, given: Options | undefined): Options {
  return Object.fromEntries(types.map((type) => [type, merged(defaults[type], was[type], given?.[type])]));
}

/** What a payment is to leave its method for: as the method's own option says, or else the payment. */
export function futureUsageOf(
  {
    setupFutureUsage,
    paymentMethodOptions,
  }: Pick<PaymentIntentRow, "setupFutureUsage" | "paymentMethodOptions">,
  methodType: string,
): PaymentIntentRow["setupFutureUsage"] {
  const own = paymentMethodOptions[methodType]?.setup_future_usage;
  if (own === "none") return null;
  return own === "on_session" || own === "off_session" ? own : setupFutureUsage;
}

/** An option given as nothing is as it would be without. */
function merged(
  own: Record<string, unknown> = {},
  was: Record<string, unknown> = {},
  given: Record<string, unknown> = {},
): Record<string, unknown> {
  const kept = Object.entries({ ...was, ...given }).filter(([, value]) => value !== null);
  return { ...own, ...Object.fromEntries(kept) };
}
