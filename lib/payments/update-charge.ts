import { change } from "#db/rows";
import { charges } from "#db/schema/index";
import type { Shipping } from "#db/schema/customers";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { blockFraud } from "#lib/value-lists/block-fraud";
import { findCustomer } from "#lib/customers/queries";
import { invalid } from "#lib/errors";
import { record } from "#lib/events/record";
import { given } from "#lib/given";
import { mergeMetadata, type MetadataPatch } from "#lib/metadata";
import { findCharge } from "./find-payment.ts";
import { type ChargeRow, toCharge } from "./wire.ts";

export interface ChargeChanges {
  customerId?: string;
  description?: string | null;
  metadata?: MetadataPatch;
  receiptEmail?: string | null;
  shipping?: Shipping;
  transferGroup?: string;
  /** What the merchant thinks of it. */
  userReport?: "fraudulent" | "safe" | null;
}

/** Changes what a charge says about itself; its money stays as it is. */
export function updateCharge(viewer: Viewer, chargeId: string, input: ChargeChanges): Promise<ChargeRow> {
  authorize(viewer, "payments:write");
  return transaction(viewer, async (tx) => {
    const charge = await findCharge(tx, chargeId);
    const { metadata, userReport, ...rest } = input;
    if (input.customerId !== undefined) await assertJoinable(tx, charge, input.customerId);
    const fraudDetails = userReport === undefined ? {} : { fraudDetails: reported(userReport) };
    const after = await change(tx, charges, charge, {
      ...given(rest),
      ...fraudDetails,
      metadata: mergeMetadata(charge.metadata, metadata),
    });
    if (userReport === "fraudulent") await blockFraud(tx, after);
    await record(tx, "charge.updated", toCharge(after, viewer.environment), {
      before: toCharge(charge, viewer.environment),
      paymentIntentId: charge.paymentIntentId,
    });
    return after;
  });
}

async function assertJoinable(tx: Tx, charge: ChargeRow, customerId: string): Promise<void> {
  await findCustomer(tx, customerId, "customer");
  if (charge.customerId !== null) {
    throw invalid("This charge already has a customer, which cannot be changed.", { param: "customer" });
  }
}

function reported(userReport: "fraudulent" | "safe" | null): Record<string, string> {
  return userReport === null ? {} : { user_report: userReport };
}
