import type Stripe from "stripe";
import type { setupAttempts, setupIntents } from "#db/schema/index";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { seconds } from "#lib/clock";

export type SetupIntentRow = typeof setupIntents.$inferSelect;
export type SetupAttemptRow = typeof setupAttempts.$inferSelect;

/** The API's setup intent. `client_secret` is left to whoever may see it. */
export function toSetupIntent(row: SetupIntentRow, environment: ViewedEnvironment): Stripe.SetupIntent {
  return {
    id: row.id,
    object: "setup_intent",
    allowed_payment_method_types: row.allowedPaymentMethodTypes,
    application: null,
    ...(row.attachToSelf === null ? {} : { attach_to_self: row.attachToSelf }),
    automatic_payment_methods: row.automaticPaymentMethods,
    cancellation_reason: row.cancellationReason,
    client_secret: row.clientSecret,
    created: seconds(row.createdAt),
    customer: row.customerId,
    customer_account: null,
    description: row.description,
    excluded_payment_method_types: row.excludedPaymentMethodTypes,
    flow_directions: row.flowDirections,
    last_setup_error: row.lastSetupError,
    latest_attempt: row.latestAttemptId,
    livemode: environment.kind === "live",
    managed_payments: null,
    mandate: row.mandateId,
    metadata: row.metadata,
    next_action: row.nextAction,
    on_behalf_of: null,
    payment_method: row.paymentMethodId,
    payment_method_configuration_details:
      row.methodConfigurationId === null ? null : { id: row.methodConfigurationId, parent: null },
    payment_method_options: row.paymentMethodOptions,
    payment_method_types: row.paymentMethodTypes,
    single_use_mandate: row.singleUseMandateId,
    status: row.status,
    usage: row.usage,
  };
}

/** The API's setup attempt. */
export function toSetupAttempt(row: SetupAttemptRow, environment: ViewedEnvironment): Stripe.SetupAttempt {
  return {
    id: row.id,
    object: "setup_attempt",
    application: null,
    ...(row.attachToSelf === null ? {} : { attach_to_self: row.attachToSelf }),
    created: seconds(row.createdAt),
    customer: row.customerId,
    customer_account: null,
    flow_directions: row.flowDirections,
    livemode: environment.kind === "live",
    on_behalf_of: null,
    payment_method: row.paymentMethodId,
    payment_method_details: row.paymentMethodDetails,
    setup_error: row.setupError,
    setup_intent: row.setupIntentId,
    status: row.status,
    usage: row.usage,
  };
}
