import { z } from "zod";
import * as p from "#lib/api/params";
import { connectParams, noSuch } from "#lib/api/refused";
import type { Viewer } from "#lib/auth/viewer";
import { mandateData, toAcceptance } from "#lib/mandates/params";
import { everyAllowedType, everyMethodType, otherMethods } from "#lib/payment-methods/every-type";
import { methodDataShape, toMethodData } from "#lib/payment-methods/params";
import { setupCancellationReasons } from "./cancel-setup.ts";
import type { NewSetupInput, SetupConfirmInput, SetupInput } from "./setup-input.ts";

const types = () => p.listOf(p.text(40));
const allowedTypes = () => p.listOf(p.oneOf(everyAllowedType));

const cardOptions = p.hash({
  mandate_options: z.record(z.string(), z.unknown()).optional(),
  moto: p.bool().optional(),
  network: p
    .oneOf([
      "amex",
      "cartes_bancaires",
      "diners",
      "discover",
      "eftpos_au",
      "girocard",
      "interac",
      "jcb",
      "link",
      "mastercard",
      "unionpay",
      "unknown",
      "visa",
    ])
    .optional(),
  request_three_d_secure: p.oneOf(["any", "automatic", "challenge"]).optional(),
  setup_credential_usage: p.oneOf(["installment", "recurring", "unscheduled"]).optional(),
  three_d_secure: z.record(z.string(), z.unknown()).optional(),
});

const methodOptions = p.hash({
  card: cardOptions.optional(),
  sepa_debit: p
    .hash({ mandate_options: p.hash({ reference_prefix: p.emptyable(p.text(12)).optional() }).optional() })
    .optional(),
  us_bank_account: p
    .hash({
      financial_connections: z.record(z.string(), z.unknown()).optional(),
      mandate_options: p.hash({ collection_method: p.emptyable(p.oneOf(["paper"])).optional() }).optional(),
      networks: p.hash({ requested: p.listOf(p.oneOf(["ach", "us_domestic_wire"])).optional() }).optional(),
      verification_method: p.oneOf(["automatic", "instant", "microdeposits"]).optional(),
    })
    .optional(),
  ...otherMethods(),
});

const method = {
  payment_method: p.objectId().optional(),
  payment_method_data: p.hash(methodDataShape).optional(),
  payment_method_options: methodOptions.optional(),
};

const describing = {
  allowed_payment_method_types: p.emptyable(allowedTypes()).optional(),
  attach_to_self: p.bool().optional(),
  customer: p.objectId().optional(),
  customer_account: noSuch("customer account"),
  description: p.emptyable(p.text(1000)).optional(),
  excluded_payment_method_types: p.emptyable(p.listOf(p.oneOf(everyMethodType))).optional(),
  flow_directions: p.listOf(p.oneOf(["inbound", "outbound"])).optional(),
  metadata: p.metadata().optional(),
  payment_method_types: types().optional(),
  ...method,
};

const confirming = {
  confirmation_token: p.objectId().optional(),
  mandate_data: p.emptyable(mandateData()).optional(),
  return_url: p.text().optional(),
  use_stripe_sdk: p.bool().optional(),
};

export const createParams = p.params({
  ...describing,
  ...confirming,
  automatic_payment_methods: p
    .hash({ enabled: p.bool(), allow_redirects: p.oneOf(["always", "never"]).default("always") })
    .optional(),
  confirm: p.bool().optional(),
  on_behalf_of: connectParams.on_behalf_of,
  payment_method_configuration: p.objectId().optional(),
  single_use: p.hash({ amount: p.amount(1), currency: p.currency() }).optional(),
  usage: p.oneOf(["off_session", "on_session"]).optional(),
});

export const updateParams = p.params({
  ...describing,
  payment_method_configuration: p.objectId().optional(),
});

export const confirmParams = p.params({
  ...method,
  ...confirming,
  allowed_payment_method_types: allowedTypes().optional(),
  client_secret: p.text().optional(),
});

export const cancelParams = p.params({ cancellation_reason: p.oneOf(setupCancellationReasons).optional() });
export const retrieveParams = p.params({ client_secret: p.text().optional() });
export const listSetupsParams = p.listParams({
  attach_to_self: p.bool().optional(),
  created: p.createdRange().optional(),
  customer: p.objectId().optional(),
  customer_account: noSuch("customer account"),
  payment_method: p.objectId().optional(),
});
export const listAttemptsParams = p.listParams({
  created: p.createdRange().optional(),
  setup_intent: p.objectId(),
});

/** What a setup is made of, from the API's words to ours. */
export function toSetupInput(given: z.output<typeof updateParams>): SetupInput {
  return {
    ...toMethodInput(given),
    allowedPaymentMethodTypes: given.allowed_payment_method_types,
    attachToSelf: given.attach_to_self,
    customerId: given.customer,
    description: given.description,
    excludedPaymentMethodTypes: given.excluded_payment_method_types,
    flowDirections: given.flow_directions,
    metadata: given.metadata,
    methodConfigurationId: given.payment_method_configuration,
    paymentMethodTypes: given.payment_method_types,
  };
}

export function toNewSetup(given: z.output<typeof createParams>): NewSetupInput {
  return {
    ...toSetupInput(given),
    automaticPaymentMethods: given.automatic_payment_methods,
    singleUse: given.single_use,
    usage: given.usage,
  };
}

/** How a setup is confirmed, from the API's words to ours. */
export function toConfirmation(
  viewer: Viewer,
  given: Omit<
    z.output<typeof confirmParams>,
    "allowed_payment_method_types" | "client_secret" | "confirmation_token"
  >,
): SetupConfirmInput {
  return {
    ...toMethodInput(given),
    acceptance: toAcceptance(viewer, given.mandate_data),
    returnUrl: given.return_url,
    useSdk: given.use_stripe_sdk,
  };
}

type MethodParams = Pick<z.output<typeof confirmParams>, keyof typeof method>;

function toMethodInput(given: MethodParams) {
  const { payment_method_data: data, payment_method_options: options } = given;
  return {
    paymentMethodId: given.payment_method,
    paymentMethodData: data && toMethodData(data, "payment_method_data"),
    paymentMethodOptions: options && toOptions(options),
  };
}

function toOptions(given: z.output<typeof methodOptions>): Record<string, Record<string, unknown>> {
  const options: Record<string, Record<string, unknown>> = {};
  for (const [type, value] of Object.entries(given)) {
    if (value)
      options[type] = Object.fromEntries(Object.entries(value).filter(([name]) => !unseen.has(name)));
  }
  return options;
}

/** Told to the bank once, and never shown again. */
const unseen = new Set(["moto", "three_d_secure", "networks"]);
