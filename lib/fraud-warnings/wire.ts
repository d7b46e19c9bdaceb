import type Stripe from "stripe";
import type { earlyFraudWarnings } from "#db/schema/index";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { seconds } from "#lib/clock";

export type FraudWarningRow = typeof earlyFraudWarnings.$inferSelect;

/** The API's early fraud warning. */
export function toFraudWarning(
  row: FraudWarningRow,
  environment: ViewedEnvironment,
): Stripe.Radar.EarlyFraudWarning {
  return {
    id: row.id,
    object: "radar.early_fraud_warning",
    actionable: row.actionable,
    charge: row.chargeId,
    created: seconds(row.createdAt),
    fraud_type: row.fraudType,
    livemode: environment.kind === "live",
    ...(row.standalone ? {} : { payment_intent: row.paymentIntentId }),
  };
}
