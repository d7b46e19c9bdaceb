type Options = Record<string, Record<string, unknown>>;

const defaults: Options = {
  card: { installments: null, mandate_options: null, network: null, request_three_d_secure: "automatic" },
  sepa_debit: {},
  us_bank_account: { verification_method: "automatic" },
};

/** The options of each method that a payment takes: what is given, over what was, over the defaults. */
export function methodOptions(types: readonly string[], was: Options, given: Options | undefined): Options {
  return Object.fromEntries(types.map((type) => [type, merged(defaults[type], was[type], given?.[type])]));
}

/** An option given as nothing is as it would be without. */
function merged(...layers: (Record<string, unknown> | undefined)[]): Record<string, unknown> {
  const options = Object.assign({}, ...layers.map((layer) => layer ?? {})) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== ""));
}
