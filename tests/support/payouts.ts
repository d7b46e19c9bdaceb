import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import type { Currency } from "#lib/currencies";
import { moveClock } from "#lib/environments/move-clock";
import { createExternalAccount } from "#lib/external-accounts/create-external-account";
import type { ExternalAccountRow } from "#lib/external-accounts/wire";
import { ledgerAccounts, type LedgerAccount } from "#lib/ledger/accounts";
import { balanceOf } from "#lib/ledger/balances";
import { updateBalanceSettings } from "#lib/balance-settings/update-balance-settings";
import { aPayment } from "#tests/support/money";
import { aWorld, type World } from "#tests/support/world";

/** A Tuesday at noon: the days after it are business days. */
export const tuesday = Date.UTC(2031, 6, 1, 12);

/** A business whose clock stands on a Tuesday at noon, with money that is available. */
export async function aBusinessWithMoney(
  options: Parameters<typeof aWorld>[0] & { amount?: number; automatic?: "daily" } = {},
): Promise<World> {
  const { amount = 100_000, automatic, ...rest } = options;
  const world = at(await aWorld(rest), tuesday);
  if (!automatic) await updateBalanceSettings(world.viewer, { interval: "manual" });
  if (amount > 0) await money(world.viewer, amount);
  return world;
}

/** Money that is available at once, its fee taken off. */
export async function money(viewer: Viewer, amount: number, currency = viewer.environment.currency) {
  await aPayment(viewer, { amount, currency, paymentMethodId: "pm_card_bypassPending" });
}

/** The same world with its clock moved to a moment, and what fell due on the way done. */
export async function movedTo(world: World, to: number): Promise<World> {
  await moveClock(world.environment.slug, to);
  return at(world, to);
}

/** So many days later. */
export function daysLater(world: World, days: number): Promise<World> {
  return movedTo(world, world.viewer.now() + days * day);
}

/** A bank account beside the one that a test environment comes with. */
export function aBankAccount(
  viewer: Viewer,
  given: { number?: string; country?: string; currency?: Currency; byDefault?: boolean } = {},
): Promise<ExternalAccountRow> {
  const { number: accountNumber = "000123456789", country = "US", currency, byDefault } = given;
  const routingNumber = country === "US" ? "110000000" : undefined;
  return createExternalAccount(viewer, {
    bankAccount: { accountNumber, country, currency, routingNumber },
    byDefault,
  });
}

/** What a ledger account holds. */
export async function held(
  viewer: Viewer,
  account: keyof typeof ledgerAccounts,
  currency: string = viewer.environment.currency,
): Promise<number> {
  const name: LedgerAccount = ledgerAccounts[account];
  return balanceOf(await reader(viewer), name, currency);
}

function at(world: World, now: number): World {
  const fixed = (viewer: Viewer): Viewer => ({ ...viewer, now: () => now });
  return {
    ...world,
    viewer: fixed(world.viewer),
    viewerWith: (roles) => fixed(world.viewerWith(roles)),
  };
}
