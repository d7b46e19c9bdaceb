import { z } from "zod";
import * as p from "#lib/api/params";
import { connectParams, noSuch, radarSession } from "#lib/api/refused";
import type { Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { mandateData, toAcceptance } from "#lib/mandates/params";
import { everyAllowedType, everyMethodType } from "#lib/payment-methods/every-type";
import { methodDataShape, toMethodData } from "#lib/payment-methods/params";
import { detailParams, toDetails } from "./amount-details-params.ts";
import { methodOptionParams, toMethodOptions } from "./option-params.ts";
import { toShipping } from "./shipping.ts";
import type { ConfirmInput, PaymentInput } from "./payment-input.ts";
import { cancellationReasons } from "./cancel-payment.ts";

const captureMethod = p.oneOf(["automatic", "automatic_async", "manual"]);
const futureUsage = p.oneOf(["on_session", "off_session"]);

const offSession = z.union([p.bool(), p.oneOf(["one_off", "recurring"]).transform(() => true)]);

const radarOptions = p.hash({
  referrer: p.emptyable(p.text()).optional(),
  session: radarSession(),
});
const hooks = p.hash({
  inputs: p
    .hash({ tax: p.hash({ calculation: z.union([z.literal(""), noSuch("tax calculation")]) }).optional() })
    .optional(),
});
const types = () => p.listOf(p.oneOf(everyMethodType));

/** What can be said of a payment until it is over. */
const throughout = {
  ...detailParams,
  allowed_payment_method_types: p.listOf(p.oneOf(everyAllowedType)).optional(),
  excluded_payment_method_types: p.emptyable(types()).optional(),
  hooks: hooks.optional(),
};

const confirming = {
  ...throughout,
  confirmation_token: p.objectId().optional(),
  client_secret: p.text().optional(),
  error_on_requires_action: p.bool().optional(),
  mandate: p.objectId().optional(),
  mandate_data: p.emptyable(mandateData()).optional(),
  off_session: offSession.optional(),
  payment_method: p.emptyable(p.objectId()).optional(),
  payment_method_data: p.hash(methodDataShape).optional(),
  payment_method_options: p.emptyable(methodOptionParams).optional(),
  radar_options: radarOptions.optional(),
  receipt_email: p.emptyable(p.email()).optional(),
  return_url: p.text().optional(),
  setup_future_usage: p.emptyable(futureUsage).optional(),
  shipping: p.emptyable(p.shipping()).optional(),
  use_stripe_sdk: p.bool().optional(),
};

const describing = {
  customer: p.emptyable(p.objectId()).optional(),
  description: p.emptyable(p.text(1000)).optional(),
  metadata: p.metadata().optional(),
  payment_method_types: p.listOf(p.text(40)).optional(),
  statement_descriptor: p.emptyable(p.text(100)).optional(),
  statement_descriptor_suffix: p.emptyable(p.text(100)).optional(),
  transfer_group: p.emptyable(p.text()).optional(),
  capture_method: captureMethod.optional(),
  customer_account: noSuch("customer account"),
  ...connectParams,
};

const { client_secret: _secret, ...confirmingAtOnce } = confirming;

export const createParams = p.params({
  amount: p.amount(1),
  currency: p.currency(),
  automatic_payment_methods: p
    .hash({ enabled: p.bool(), allow_redirects: p.oneOf(["always", "never"]).default("always") })
    .optional(),
  confirm: p.bool().optional(),
  confirmation_method: p.oneOf(["automatic", "manual"]).optional(),
  payment_method_configuration: p.objectId().optional(),
  ...describing,
  ...confirmingAtOnce,
});

export const updateParams = p.params({
  amount: p.amount(1).optional(),
  currency: p.currency().optional(),
  payment_method: confirming.payment_method,
  payment_method_data: confirming.payment_method_data,
  payment_method_options: confirming.payment_method_options,
  receipt_email: confirming.receipt_email,
  setup_future_usage: confirming.setup_future_usage,
  shipping: confirming.shipping,
  payment_method_configuration: p.objectId().optional(),
  ...throughout,
  ...describing,
});

export const confirmParams = p.params({
  ...confirming,
  amount_to_confirm: p.amount(1).optional(),
  capture_method: captureMethod.optional(),
});

export const captureParams = p.params({
  ...detailParams,
  hooks: hooks.optional(),
  application_fee_amount: connectParams.application_fee_amount,
  transfer_data: connectParams.transfer_data,
  amount_to_capture: p.amount().optional(),
  final_capture: p.bool().optional(),
  metadata: p.metadata().optional(),
  statement_descriptor: p.text(100).optional(),
  statement_descriptor_suffix: p.text(100).optional(),
});

export const incrementParams = p.params({
  ...detailParams,
  hooks: hooks.optional(),
  application_fee_amount: connectParams.application_fee_amount,
  transfer_data: connectParams.transfer_data,
  amount: p.amount(1),
  description: p.text(1000).optional(),
  metadata: p.metadata().optional(),
  statement_descriptor: p.text(100).optional(),
});

export const applyParams = p.params({ amount: p.amount(1).optional(), currency: p.currency().optional() });
export const cancelParams = p.params({ cancellation_reason: p.oneOf(cancellationReasons).optional() });
export const listPaymentsParams = p.listParams({
  created: p.createdRange().optional(),
  customer: p.objectId().optional(),
  customer_account: noSuch("customer account"),
});
export const lineItemParams = p.listParams({});
export const retrieveParams = p.params({ client_secret: p.text().optional() });

type Described = z.output<typeof updateParams>;

/** What a payment is made of, from the API's words to ours. */
export function toPaymentInput(
  given: Omit<Described, "payment_method" | "payment_method_data">,
): Partial<PaymentInput> {
  return {
    amount: given.amount,
    currency: given.currency,
    customerId: given.customer,
    paymentMethodTypes: given.payment_method_types,
    captureMethod: given.capture_method,
    description: given.description,
    metadata: given.metadata,
    receiptEmail: given.receipt_email,
    setupFutureUsage: given.setup_future_usage,
    shipping: given.shipping && toShipping(given.shipping),
    statementDescriptor: given.statement_descriptor,
    statementDescriptorSuffix: given.statement_descriptor_suffix,
    paymentMethodOptions: given.payment_method_options
      ? toMethodOptions(given.payment_method_options)
      : undefined,
    transferGroup: given.transfer_group,
    allowedPaymentMethodTypes: given.allowed_payment_method_types,
    excludedPaymentMethodTypes: given.excluded_payment_method_types,
    ...toDetails(given),
  };
}

/** The method a caller names or types. */
export function toMethodInput(given: Pick<Described, "payment_method" | "payment_method_data">) {
  return {
    paymentMethodId: given.payment_method,
    paymentMethodData:
      given.payment_method_data && toMethodData(given.payment_method_data, "payment_method_data"),
  };
}

/** How a payment is confirmed, from the API's words to ours. */
export function toConfirmInput(
  viewer: Viewer,
  given: Omit<z.output<typeof confirmParams>, "capture_method">,
): ConfirmInput {
  assertOneMandate(given);
  return {
    ...toMethodInput(given),
    acceptance: toAcceptance(viewer, given.mandate_data),
    mandateId: given.mandate,
    returnUrl: given.return_url,
    offSession: given.off_session,
    errorOnRequiresAction: given.error_on_requires_action,
    useSdk: given.use_stripe_sdk,
    expectedAmount: given.amount_to_confirm,
    clientSecret: given.client_secret,
  };
}

function assertOneMandate({
  mandate,
  mandate_data,
}: Pick<z.output<typeof confirmParams>, "mandate" | "mandate_data">) {
  if (mandate === undefined || !mandate_data) return;
  throw invalid("You may only specify one of these parameters: mandate, mandate_data.", {
    code: "parameters_exclusive",
    param: "mandate",
  });
}

/** "Secret key only": https://docs.stripe.com/api/payment_intents/confirm */
const bySecretKeyOnly = ["capture_method", "mandate", "off_session"] as const;

/** Throws where a browser would say how its payment is confirmed what is the business's to say. */
export function assertForBrowser(
  { publishable }: Pick<Viewer, "publishable">,
  given: z.output<typeof confirmParams>,
): void {
  if (!publishable) return;
  const ofCards = given.payment_method_options?.card?.capture_method;
  const param =
    ofCards === undefined
      ? bySecretKeyOnly.find((name) => given[name] !== undefined)
      : "payment_method_options[card][capture_method]";
  if (!param) return;
  throw invalid(`The parameter ${param} cannot be used with a publishable key: use your secret key.`, {
    code: "secret_key_required",
    param,
  });
}

const onlyConfirming = [
  "error_on_requires_action",
  "mandate",
  "mandate_data",
  "off_session",
  "return_url",
] as const;

/** Throws where a payment that is only made is told how to be confirmed. */
export function assertNothingToConfirm(
  given: Omit<z.output<typeof createParams>, "confirmation_token">,
): void {
  const param = onlyConfirming.find((name) => given[name] !== undefined && given[name] !== null);
  if (param === undefined) return;
  throw invalid(`The parameter ${param} can only be used when confirm is true.`, {
    param,
  });
}
