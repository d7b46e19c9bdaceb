import { update } from "#db/rows";
import { confirmationTokens } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { findConfirmationToken } from "./queries.ts";
import type { ConfirmationTokenRow } from "./wire.ts";

/** Uses a token up for a payment or a setup, where one is named. Throws when it was used before, or is too old. */
export async function useConfirmationToken(
  tx: Tx,
  id: string | undefined,
  used: { paymentIntentId: string } | { setupIntentId: string },
): Promise<void> {
  if (id === undefined) return;
  assertFresh(await findConfirmationToken(tx, id), tx.now);
  await update(tx, confirmationTokens, id, used);
}

export function assertFresh(row: ConfirmationTokenRow, now: number): void {
  const param = "confirmation_token";
  if (row.paymentIntentId !== null || row.setupIntentId !== null) {
    throw invalid(`The ConfirmationToken ${row.id} has already been used. Create a new one.`, {
      code: "confirmation_token_already_used",
      param,
    });
  }
  if (row.expiresAt <= now) {
    throw invalid(`The ConfirmationToken ${row.id} has expired. Create a new one.`, {
      code: "confirmation_token_expired",
      param,
    });
  }
}
