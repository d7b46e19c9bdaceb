import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { ViewedEnvironment, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { differences } from "#lib/events/differences";
import { record } from "#lib/events/record";
import { cardDelay } from "#lib/card-delay";
import { claimed } from "#lib/operations/claimed";
import { planPayouts } from "#lib/payouts/plan-payouts";
import { type BalanceSettings, hasNoDaily, isAlwaysDaily, saveSettings, settingsOf } from "./settings.ts";
import { toBalanceSettings } from "./wire.ts";

export type BalanceSettingsPatch = Partial<Omit<BalanceSettings, "payoutsEnabled" | "minimumBalances">> & {
  /** By currency; null takes a minimum away. Null for the whole takes all away. */
  minimumBalances?: Record<string, number | null> | null;
};

/** Changes when the balance is paid out and what is kept behind. */
export function updateBalanceSettings(viewer: Viewer, patch: BalanceSettingsPatch): Promise<BalanceSettings> {
  authorize(viewer, "payout_schedule:write");
  return transaction(viewer, (tx) =>
    claimed(tx, async () => {
      const before = await settingsOf(tx, viewer.environment);
      const after = changed(viewer.environment, before, patch);
      await saveSettings(tx, after);
      const wires = [before, after].map((each) => toBalanceSettings(each, viewer.environment));
      await record(tx, "balance_settings.updated", wires[1]!, { before: wires[0]! });
      await audit(tx, "balance_settings.updated", {
        subject: null,
        before: differences(before, after),
        after: differences(after, before),
      });
      await planPayouts(tx);
      return after;
    }),
  );
}

function changed(
  environment: ViewedEnvironment,
  before: BalanceSettings,
  { minimumBalances, ...patch }: BalanceSettingsPatch,
): BalanceSettings {
  const otherwise = patch.interval !== undefined && patch.interval !== before.interval;
  const after = {
    ...before,
    ...(otherwise ? { weekdays: [], monthDays: [] } : {}),
    ...patch,
    minimumBalances: mergeMinimums(before.minimumBalances, minimumBalances),
  };
  assertSchedule(environment, after);
  assertDelay(environment, after.delayDays);
  return after;
}

function mergeMinimums(
  before: Record<string, number>,
  patch: Record<string, number | null> | null | undefined,
): Record<string, number> {
  if (patch === undefined) return before;
  const merged = Object.entries(patch === null ? {} : { ...before, ...patch });
  return Object.fromEntries(
    merged.flatMap(([currency, amount]) => (amount === null ? [] : [[currency, amount]])),
  );
}

const schedule = "payments[payouts][schedule]";

function assertSchedule(environment: ViewedEnvironment, { interval, weekdays, monthDays }: BalanceSettings) {
  const refuse = (message: string, member: string) => invalid(message, { param: `${schedule}[${member}]` });
  if (isAlwaysDaily(environment) && interval !== "daily") {
    throw refuse(`Accounts in ${environment.country} are paid out automatically every day.`, "interval");
  }
  if (hasNoDaily(environment) && interval === "daily") {
    throw refuse(
      `Daily payouts are not available in ${environment.country}. Choose weekly, monthly or manual.`,
      "interval",
    );
  }
  if (interval === "weekly" && weekdays.length === 0) {
    throw refuse("Weekly payouts need at least one day of the week.", "weekly_payout_days");
  }
  if (interval === "monthly" && monthDays.length === 0) {
    throw refuse("Monthly payouts need at least one day of the month.", "monthly_payout_days");
  }
}

function assertDelay({ country }: ViewedEnvironment, delayDays: number | null): void {
  const least = cardDelay(country);
  if (delayDays === null || delayDays >= least) return;
  throw invalid(`You cannot set delay_days_override below ${least}, the least for accounts in ${country}.`, {
    param: "payments[settlement_timing][delay_days_override]",
  });
}
