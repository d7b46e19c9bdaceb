import { change } from "#db/rows";
import { externalAccounts } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize, may } from "#lib/auth/permissions";
import { assertProved } from "#lib/auth/proof";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { record } from "#lib/events/record";
import { claimed } from "#lib/operations/claimed";
import { findExternalAccount, inCurrency } from "./queries.ts";
import { type ExternalAccountRow, toExternalAccount } from "./wire.ts";

/**
 * Takes a bank account or card away. The default of the account's own currency stays, and one that others of its
 * currency could replace; to delete the last of another currency ends settling in it.
 */
export function deleteExternalAccount(viewer: Viewer, id: string): Promise<ExternalAccountRow> {
  authorize(viewer, "bank_accounts:write");
  assertProved(viewer);
  return transaction(viewer, (tx) =>
    claimed(tx, async () => {
      const row = await findExternalAccount(tx, id);
      if (row.defaultForCurrency) await assertDeletable(tx, row);
      const after = await change(tx, externalAccounts, row, {
        deletedAt: tx.now,
        defaultForCurrency: false,
      });
      await record(tx, "account.external_account.deleted", toExternalAccount(row, viewer.environment));
      await audit(tx, "external_account.deleted", {
        subject: id,
        before: { currency: row.currency, last4: row.last4 },
      });
      return after;
    }),
  );
}

/** Why a default cannot go; null when it can. The screen explains with the same word. */
export function whyNotDeletable(
  viewer: Viewer,
  row: ExternalAccountRow,
  { others }: { others: number },
): "default_of_account" | "default_of_currency" | "owner_only" | null {
  if (!row.defaultForCurrency) return null;
  if (row.currency === viewer.environment.currency) return "default_of_account";
  if (others > 0) return "default_of_currency";
  return may(viewer, "default_bank_account:delete") ? null : "owner_only";
}

async function assertDeletable(tx: Tx, row: ExternalAccountRow): Promise<void> {
  authorize(tx.viewer, "default_bank_account:delete");
  const others = (await inCurrency(tx, row.currency)).length - 1;
  const why = whyNotDeletable(tx.viewer, row, { others });
  if (why === null) return;
  const whose = why === "default_of_account" ? "your default currency" : "its currency";
  throw invalid(
    `You cannot delete the default external account for ${whose}. Please make another external account the default using the \`default_for_currency\` param, and then delete this one.`,
  );
}
