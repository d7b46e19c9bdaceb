import { insert } from "#db/rows";
import { earlyFraudWarnings } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { record } from "#lib/events/record";
import { newId } from "#lib/ids";
import { tellOfRisk } from "#lib/notifications/tell-of";
import type { ChargeRow } from "#lib/payments/wire";
import { isActionable } from "./refresh-warnings.ts";
import { toFraudWarning } from "./wire.ts";

/** A bank warns that a charge was likely fraud; `fraudType` in the API's words. */
export async function raiseWarning(tx: Tx, charge: ChargeRow, fraudType: string): Promise<void> {
  const warning = await insert(tx, earlyFraudWarnings, {
    id: newId("issfr", tx.now),
    createdAt: tx.now,
    chargeId: charge.id,
    paymentIntentId: charge.paymentIntentId,
    standalone: charge.standalone,
    fraudType,
    actionable: isActionable(charge),
  });
  await record(tx, "radar.early_fraud_warning.created", toFraudWarning(warning, tx.viewer.environment), {
    paymentIntentId: charge.paymentIntentId,
  });
  await tellOfRisk(tx, "fraud_warning", charge);
}
