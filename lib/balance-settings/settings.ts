import { eq, sql } from "drizzle-orm";
import { balanceSettings } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, ViewedEnvironment, Viewer } from "#lib/auth/viewer";

export type BalanceSettings = Omit<typeof balanceSettings.$inferSelect, "environmentId">;

/** What the environment's balance is told to do: when it is paid out, what is kept behind, how long money is held. */
export async function getBalanceSettings(viewer: Viewer): Promise<BalanceSettings> {
  authorize(viewer, "balance:read");
  return settingsOf(await reader(viewer), viewer.environment);
}

/** As `getBalanceSettings`, for commands: inside their transaction, authorized by them. */
export async function settingsOf(
  handle: Handle,
  environment: Pick<ViewedEnvironment, "country">,
): Promise<BalanceSettings> {
  const statement = handle.prepared("balance settings", (db) =>
    db
      .select()
      .from(balanceSettings)
      .where(eq(balanceSettings.environmentId, sql.placeholder("environmentId")))
      .prepare(),
  );
  const [row] = await statement.execute({ environmentId: handle.environmentId });
  return row ?? defaults(environment);
}

/** Writes them down. For commands, authorized by them. */
export async function saveSettings(tx: Tx, settings: BalanceSettings): Promise<void> {
  await tx.db
    .insert(balanceSettings)
    .values({ ...settings, environmentId: tx.environmentId })
    .onConflictDoUpdate({ target: balanceSettings.environmentId, set: settings });
}

/** Countries whose accounts are paid out every day, whatever they would like. */
export function isAlwaysDaily({ country }: Pick<ViewedEnvironment, "country">): boolean {
  return country === "BR" || country === "IN";
}

/** Banks in Japan take payouts once a week. */
export function hasNoDaily({ country }: Pick<ViewedEnvironment, "country">): boolean {
  return country === "JP";
}

function defaults(environment: Pick<ViewedEnvironment, "country">): BalanceSettings {
  const weekly = hasNoDaily(environment);
  return {
    interval: weekly ? "weekly" : "daily",
    weekdays: weekly ? ["friday"] : [],
    monthDays: [],
    minimumBalances: {},
    debitNegativeBalances: true,
    payoutsEnabled: true,
    statementDescriptor: null,
    delayDays: null,
    startOfDay: null,
  };
}
