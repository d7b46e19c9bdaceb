import { change, find } from "#db/rows";
import { customers } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { type CustomerRow, toCustomer } from "#lib/customers/wire";
import { invalid } from "#lib/errors";
import { record } from "#lib/events/record";
import { type MetadataPatch, mergeMetadata } from "#lib/metadata";
import { attachTo } from "#lib/payment-methods/attach-payment-method";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import { insertCustomerSource, type PreparedSource } from "./prepare-source.ts";
import { bankAccountsOf, findSource } from "./queries.ts";
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
  if (made.sourceObject === "bank_account") await assertNew(tx, made, customerId);
  const kept =
    made.sourceObject === "bank_account"
      ? made
      : await attachTo(tx, made, customerId, prepared.checks ?? nothingChecked);
  await record(tx, "customer.source.created", toCustomerSource(kept, tx.viewer.environment));
  return kept;
}

/** Cards may be kept twice, bank accounts not. */
async function assertNew(tx: Tx, made: PaymentMethodRow, customerId: string): Promise<void> {
  const theirs = await bankAccountsOf(tx, customerId);
  const { fingerprint } = made.instrument;
  if (!theirs.some(({ id, instrument }) => id !== made.id && instrument.fingerprint === fingerprint)) return;
  throw invalid(
    "A bank account with that routing number and account number already exists for this customer.",
    { code: "bank_account_exists" },
  );
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
