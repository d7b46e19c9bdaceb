import { insert } from "#db/rows";
import type { BillingDetails, CardChecks, StoredInstrument } from "#db/schema/customers";
import { paymentMethods } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { newId } from "#lib/ids";
import { touch } from "#lib/search/index/touch";
import { consumeToken } from "#lib/tokens/consume-token";
import { fullBillingDetails } from "./billing-details.ts";
import type { VaultedMethod } from "./vault-method-data.ts";
import type { PaymentMethodRow } from "./wire.ts";

/** What a payment method is beside one: its id says which kind. */
export type OlderKind = Pick<PaymentMethodRow, "id" | "sourceObject" | "sourceStatus" | "sourceFacts"> & {
  customerId?: string;
};

/**
 * Adds a payment method, attached to nobody but the customer of an older kind of object. A token in it is used up;
 * throws when it was before.
 */
export async function insertPaymentMethod(
  tx: Tx,
  vaulted: VaultedMethod,
  older?: OlderKind,
): Promise<PaymentMethodRow> {
  const { instrument, owner } = await contentOf(tx, vaulted.source);
  const billingDetails = fullBillingDetails(vaulted.billingDetails ?? {}, fullBillingDetails(owner));
  if (older?.customerId !== undefined) await touch(tx, "customer", older.customerId);
  return insert(tx, paymentMethods, {
    ...instrumentColumns(instrument),
    id: newId("pm", tx.now),
    createdAt: tx.now,
    billingDetails,
    metadata: vaulted.metadata ?? {},
    allowRedisplay: vaulted.allowRedisplay ?? "unspecified",
    checks: uncheckedOf(instrument, billingDetails),
    ...older,
  });
}

async function contentOf(tx: Tx, source: VaultedMethod["source"]) {
  if ("instrument" in source) return { instrument: source.instrument, owner: {} };
  return consumeToken(tx, source.tokenId);
}

function instrumentColumns(instrument: StoredInstrument) {
  const { type, fingerprint, last4 } = instrument;
  return { type, instrument, fingerprint, last4, brand: type === "card" ? instrument.card.brand : null };
}

/** What the bank can check once it is asked; null where there is nothing to check. */
function uncheckedOf(instrument: StoredInstrument, { address }: BillingDetails): CardChecks {
  const card = instrument.type === "card";
  return {
    cvc: card && instrument.card.cvcProvided ? "unchecked" : null,
    postalCode: card && address.postal_code ? "unchecked" : null,
    line1: card && address.line1 ? "unchecked" : null,
  };
}
