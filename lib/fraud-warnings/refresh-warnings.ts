import { and, eq } from "drizzle-orm";
import { change } from "#db/rows";
import { earlyFraudWarnings } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { record } from "#lib/events/record";
import type { ChargeRow } from "#lib/payments/wire";
import { toFraudWarning } from "./wire.ts";

/** Whether a refund of this charge could still prevent a dispute. */
export function isActionable({ disputed, refunded }: ChargeRow): boolean {
  return !disputed && !refunded;
}

/** A warning about a charge that was disputed or refunded whole calls for nothing any more. */
export async function refreshWarnings(tx: Tx, charge: ChargeRow): Promise<void> {
  if (isActionable(charge)) return;
  const actionable = await tx.db
    .select()
    .from(earlyFraudWarnings)
    .where(
      and(
        eq(earlyFraudWarnings.environmentId, tx.environmentId),
        eq(earlyFraudWarnings.chargeId, charge.id),
        eq(earlyFraudWarnings.actionable, true),
      ),
    );
  for (const warning of actionable) {
    const after = await change(tx, earlyFraudWarnings, warning, { actionable: false });
    await record(tx, "radar.early_fraud_warning.updated", toFraudWarning(after, tx.viewer.environment), {
      before: toFraudWarning(warning, tx.viewer.environment),
      paymentIntentId: charge.paymentIntentId,
    });
  }
}
