import { z } from "zod";
import { byCurrency } from "#lib/api/by-currency";
import { get, post, resource } from "#lib/api/endpoint";
import * as p from "#lib/api/params";
import { refused } from "#lib/api/refused";
import { invalid } from "#lib/errors";
import { isTimeZone } from "#lib/accounts/time-zones";
import { getBalanceSettings } from "./settings.ts";
import { type BalanceSettingsPatch, updateBalanceSettings } from "./update-balance-settings.ts";
import { toBalanceSettings } from "./wire.ts";

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday"] as const;

const payouts = p.hash({
  automatic_transfer_rules_by_currency: refused("There are no financial accounts here to transfer to."),
  minimum_balance_by_currency: p.emptyable(z.record(z.string(), p.emptyable(p.amount()))).optional(),
  schedule: p
    .hash({
      interval: p.oneOf(["daily", "manual", "monthly", "weekly"]).optional(),
      monthly_payout_days: p.listOf(p.int({ min: 1, max: 31 }), 31).optional(),
      weekly_payout_days: p.listOf(p.oneOf(weekdays), 5).optional(),
    })
    .optional(),
  statement_descriptor: p.text(22).optional(),
});

const timing = p.hash({
  delay_days_override: p.emptyable(p.int({ min: 0, max: 31 })).optional(),
  start_of_day: p
    .emptyable(
      p.hash({
        hour: p.int({ min: 0, max: 23 }).optional(),
        minutes: p.int({ min: 0, max: 30 }).optional(),
        timezone: p.text(60).optional(),
      }),
    )
    .optional(),
});

const updateParams = p.params({
  payments: p
    .hash({
      debit_negative_balances: p.bool().optional(),
      payouts: payouts.optional(),
      settlement_timing: timing.optional(),
    })
    .optional(),
});

export const balanceSettingsResource = resource("balance_settings", {
  retrieve: get("/v1/balance_settings", { permission: "balance:read" }, async (viewer) =>
    toBalanceSettings(await getBalanceSettings(viewer), viewer.environment),
  ),
  update: post(
    "/v1/balance_settings",
    { permission: "payout_schedule:write", params: updateParams },
    async (viewer, { payments }) =>
      toBalanceSettings(await updateBalanceSettings(viewer, toPatch(payments)), viewer.environment),
  ),
});

function toPatch(given: z.output<typeof updateParams>["payments"]): BalanceSettingsPatch {
  const { payouts: paid, settlement_timing: settlement } = given ?? {};
  const patch: BalanceSettingsPatch = {
    interval: paid?.schedule?.interval,
    weekdays: paid?.schedule?.weekly_payout_days,
    monthDays: paid?.schedule?.monthly_payout_days,
    minimumBalances: minimums(paid?.minimum_balance_by_currency),
    statementDescriptor: paid?.statement_descriptor,
    debitNegativeBalances: given?.debit_negative_balances,
    delayDays: settlement?.delay_days_override,
    startOfDay: settlement?.start_of_day && startOfDay(settlement.start_of_day),
  };
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}

function minimums(given: Record<string, number | null> | null | undefined) {
  if (!given) return given;
  const paramOf = (name: string) => `payments[payouts][minimum_balance_by_currency][${name}]`;
  return byCurrency(given, paramOf, (amount) => amount);
}

function startOfDay({
  hour = 0,
  minutes = 0,
  timezone = "UTC",
}: {
  hour?: number;
  minutes?: number;
  timezone?: string;
}) {
  const param = "payments[settlement_timing][start_of_day]";
  if (minutes % 30 !== 0) throw invalid("minutes must be 0 or 30.", { param: `${param}[minutes]` });
  if (!isTimeZone(timezone)) {
    throw invalid(`Invalid timezone: ${timezone}`, { param: `${param}[timezone]` });
  }
  return { hour, minutes, timezone };
}
