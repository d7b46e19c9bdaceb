import type { StoredInstrument } from "#db/schema/customers";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { differences } from "#lib/events/differences";
import { record } from "#lib/events/record";
import { type MetadataPatch, mergeMetadata } from "#lib/metadata";
import { fullBillingDetails } from "./billing-details.ts";
import { assertNotExpired } from "./card-expiry.ts";
import { changeMethod } from "./change-method.ts";
import { planCard } from "./plan-card.ts";
import { findPaymentMethod } from "./queries.ts";
import type { BillingDetailsInput } from "./vault-method-data.ts";
import { type PaymentMethodRow, toPaymentMethod } from "./wire.ts";

export interface PaymentMethodPatch {
  id: string;
  allowRedisplay?: PaymentMethodRow["allowRedisplay"];
  billingDetails?: BillingDetailsInput;
  metadata?: MetadataPatch;
  card?: { expMonth?: number; expYear?: number; preferredNetwork?: string | null };
  usBankAccount?: { accountHolderType?: string; accountType?: string };
}

/** Changes what may change of a payment method that belongs to a customer. */
export async function updatePaymentMethod(
  viewer: Viewer,
  patch: PaymentMethodPatch,
): Promise<PaymentMethodRow> {
  authorize(viewer, "customers:write");
  return transaction(viewer, async (tx) => {
    const row = await findPaymentMethod(tx, patch.id);
    if (row.customerId === null) {
      throw invalid("You must save this PaymentMethod to a customer before you can update it.");
    }
    const changed = await changeMethod(tx, row, {
      allowRedisplay: patch.allowRedisplay ?? row.allowRedisplay,
      billingDetails: fullBillingDetails(patch.billingDetails ?? {}, row.billingDetails),
      metadata: mergeMetadata(row.metadata, patch.metadata),
      instrument: changedInstrument(row.instrument, patch, tx.now),
    });
    const before = toPaymentMethod(row, viewer.environment);
    const after = toPaymentMethod(changed, viewer.environment);
    if (Object.keys(differences(before, after)).length > 0) {
      await record(tx, "payment_method.updated", after, { before });
      await planCard(tx, changed);
    }
    return changed;
  });
}

function changedInstrument(
  instrument: StoredInstrument,
  patch: PaymentMethodPatch,
  now: number,
): StoredInstrument {
  if (patch.card && instrument.type === "card") {
    const card = { ...instrument.card, ...patch.card };
    assertNotExpired(card, now);
    return { ...instrument, card };
  }
  if (patch.usBankAccount && instrument.type === "us_bank_account") {
    return { ...instrument, usBankAccount: { ...instrument.usBankAccount, ...patch.usBankAccount } };
  }
  const other = patch.card ? "card" : patch.usBankAccount ? "us_bank_account" : null;
  if (other === null) return instrument;
  throw invalid(`You cannot update \`${other}\` of a payment method of type ${instrument.type}.`, {
    param: other,
  });
}
