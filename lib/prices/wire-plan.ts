import type Stripe from "stripe";
import type { WireForm } from "#lib/api/wire-form";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { seconds } from "#lib/clock";
import { wholeOrNull } from "#lib/decimal";
import type { PriceRow } from "./wire.ts";

/** A recurring price as the API's plan, without its `tiers`. */
export function toPlan(row: PriceRow, environment: ViewedEnvironment): WireForm<Stripe.Plan> {
  return {
    id: row.id,
    object: "plan",
    active: row.active,
    amount: wholeOrNull(row.unitAmount),
    amount_decimal: row.unitAmount,
    billing_scheme: row.billingScheme,
    created: seconds(row.createdAt),
    currency: row.currency,
    interval: row.interval ?? "month",
    interval_count: row.intervalCount ?? 1,
    livemode: environment.kind === "live",
    metadata: row.metadata,
    meter: row.meterId,
    nickname: row.nickname,
    product: row.productId,
    tiers_mode: row.tiersMode,
    transform_usage: row.transformQuantity,
    trial_period_days: row.trialPeriodDays,
    usage_type: row.usageType ?? "licensed",
  };
}
