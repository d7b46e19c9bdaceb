import { change, find } from "#db/rows";
import { customers } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { type CustomerRow, toCustomer } from "#lib/customers/wire";
import { record } from "#lib/events/record";
import { type MetadataPatch, mergeMetadata } from "#lib/metadata";
import { attachTo } from "#lib/payment-methods/attach-payment-method";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import { insertCustomerSource, type PreparedSource } from "./prepare-source.ts";
import { findSource } from "./queries.ts";
import { tellExpiring } from "./tell-expiring.ts";
import { toCustomerSource } from "./wire.ts";

const nothingChecked = { cvc: null, postalCode: null, line1: null };

/** Gives a customer a prepared source, inside the caller's transaction. */
export async function addSource(
  tx: Tx,
  prepared: PreparedSource,
  customerId: string,
  metadata?: MetadataPatch,
): Promise<PaymentMethodRow> {
  const made = await sourceOf(tx, prepared, customerId, mergeMetadata({}, metadata));
  const kept =
    made.sourceObject === "bank_account"
      ? made
      : await attachTo(tx, made, customerId, prepared.checks ?? nothingChecked);
  await record(tx, "customer.source.created", toCustomerSource(kept, tx.viewer.environment));
  await tellExpiring(tx, kept);
  return kept;
}

/** Pays a customer's charges with this source from now on; null: with none. */
export async function setDefaultSource(
  tx: Tx,
  customerId: string,
  defaultSourceId: string | null,
): Promise<CustomerRow> {
  const row = await find(tx, customers, customerId);
  if (!row) throw new Error(`Customer ${customerId} is gone`);
  if (row.defaultSourceId === defaultSourceId) return row;
  const changed = await change(tx, customers, row, { defaultSourceId });
  const { environment } = tx.viewer;
  await record(tx, "customer.updated", toCustomer(changed, environment), {
    before: toCustomer(row, environment),
  });
  return changed;
}

function sourceOf(
  tx: Tx,
  prepared: PreparedSource,
  customerId: string,
  metadata: Record<string, string>,
): Promise<PaymentMethodRow> {
  const { input } = prepared;
  if ("id" in input && input.id.startsWith("src_")) return findSource(tx, input.id);
  return insertCustomerSource(tx, prepared, customerId, metadata);
}
