import type Stripe from "stripe";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { cardDelay } from "#lib/card-delay";
import type { BalanceSettings } from "./settings.ts";

/** The API's balance settings. */
export function toBalanceSettings(
  settings: BalanceSettings,
  { country }: Pick<ViewedEnvironment, "country">,
): Stripe.BalanceSettings {
  return {
    object: "balance_settings",
    payments: {
      debit_negative_balances: settings.debitNegativeBalances,
      payouts: {
        automatic_transfer_rules_by_currency: null,
        minimum_balance_by_currency: settings.minimumBalances,
        schedule: scheduleOf(settings),
        statement_descriptor: settings.statementDescriptor,
        status: settings.payoutsEnabled ? "enabled" : "disabled",
      },
      settlement_timing: {
        delay_days: Math.max(cardDelay(country), settings.delayDays ?? 0),
        ...(settings.delayDays === null ? {} : { delay_days_override: settings.delayDays }),
        start_of_day: settings.startOfDay,
      },
    },
  };
}

function scheduleOf({
  interval,
  weekdays,
  monthDays,
}: BalanceSettings): Stripe.BalanceSettings.Payments.Payouts.Schedule {
  return {
    interval,
    ...(interval === "monthly" ? { monthly_payout_days: monthDays } : {}),
    ...(interval === "weekly" ? { weekly_payout_days: weekdays } : {}),
  };
}
