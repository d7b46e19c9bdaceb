import type Stripe from "stripe";
import type { confirmationTokens } from "#db/schema/index";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { seconds } from "#lib/clock";
import { type PaymentMethodRow, toPaymentMethod } from "#lib/payment-methods/wire";

export type ConfirmationTokenRow = typeof confirmationTokens.$inferSelect;

/** The API's confirmation token, with the payment method that it will pay with as a preview. */
export function toConfirmationToken(
  row: ConfirmationTokenRow,
  method: PaymentMethodRow,
  environment: ViewedEnvironment,
): Stripe.ConfirmationToken {
  return {
    id: row.id,
    object: "confirmation_token",
    created: seconds(row.createdAt),
    expires_at: seconds(row.expiresAt),
    livemode: environment.kind === "live",
    mandate_data: mandateOf(row),
    metadata: null,
    payment_intent: row.paymentIntentId,
    payment_method_options: row.paymentMethodOptions && {
      card: { cvc_token: null, ...row.paymentMethodOptions.card },
    },
    payment_method_preview: previewOf(method, environment),
    return_url: row.returnUrl,
    setup_future_usage: row.setupFutureUsage,
    setup_intent: row.setupIntentId,
    shipping: row.shipping && {
      address: row.shipping.address,
      name: row.shipping.name,
      phone: row.shipping.phone,
    },
    use_stripe_sdk: true,
  };
}

function mandateOf({ acceptance }: ConfirmationTokenRow): Stripe.ConfirmationToken.MandateData | null {
  if (!acceptance) return null;
  const { type, online } = acceptance;
  return {
    customer_acceptance: {
      online: online && { ip_address: online.ipAddress, user_agent: online.userAgent },
      type,
    },
  };
}

/** A payment method without what it will be known by. */
function previewOf(
  method: PaymentMethodRow,
  environment: ViewedEnvironment,
): Stripe.ConfirmationToken.PaymentMethodPreview {
  const whole = toPaymentMethod(method, environment);
  return {
    allow_redisplay: whole.allow_redisplay,
    billing_details: whole.billing_details,
    customer: method.customerId,
    customer_account: null,
    type: method.type,
    ...(whole.card && { card: whole.card }),
    ...(whole.sepa_debit && { sepa_debit: whole.sepa_debit }),
    ...(whole.us_bank_account && { us_bank_account: whole.us_bank_account }),
  };
}
