import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { findCustomer } from "#lib/customers/queries";
import { record } from "#lib/events/record";
import { newId, randomText } from "#lib/ids";
import { type MetadataPatch, mergeMetadata } from "#lib/metadata";
import { claimed } from "#lib/operations/claimed";
import { insertPaymentMethod, type OlderKind } from "#lib/payment-methods/insert-payment-method";
import { type MethodData, type VaultedMethod, vaultMethodData } from "#lib/payment-methods/vault-method-data";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import { addSource } from "./add-source.ts";
import { toSource } from "./wire.ts";

export interface NewSource {
  method: MethodData;
  amount?: number | undefined;
  currency?: string | undefined;
  customerId?: string | undefined;
  metadata?: MetadataPatch | undefined;
  statementDescriptor?: string | undefined;
  usage?: "reusable" | "single_use" | undefined;
}

/** Makes a source of what a person typed or of a token; it can be charged at once. With a customer it is theirs. */
export async function createSource(viewer: Viewer, input: NewSource): Promise<PaymentMethodRow> {
  authorize(viewer, "payments:write");
  const vaulted = await vaultMethodData(viewer, input.method);
  return transaction(viewer, (tx) => claimed(tx, () => insertSource(tx, input, vaulted)));
}

async function insertSource(tx: Tx, input: NewSource, vaulted: VaultedMethod): Promise<PaymentMethodRow> {
  const { metadata, customerId } = input;
  if (customerId !== undefined) await findCustomer(tx, customerId, "customer");
  const row = await insertPaymentMethod(
    tx,
    { ...vaulted, metadata: mergeMetadata({}, metadata) },
    kind(tx, input),
  );
  await record(tx, "source.chargeable", toSource(row, tx.viewer.environment));
  if (customerId === undefined) return row;
  return addSource(tx, { input: { id: row.id }, checks: null }, customerId);
}

function kind(tx: Tx, { amount, currency, statementDescriptor, usage, method }: NewSource): OlderKind {
  const id = newId("src", tx.now);
  return {
    id,
    sourceObject: "source",
    sourceStatus: "chargeable",
    sourceFacts: {
      currency: currency ?? (method.type === "sepa_debit" ? "eur" : null),
      source: {
        amount: amount ?? null,
        clientSecret: `src_client_secret_${randomText(24)}`,
        statementDescriptor: statementDescriptor ?? null,
        usage: usage ?? "reusable",
        mandateReference: method.type === "sepa_debit" ? randomText(16).toUpperCase() : null,
      },
    },
  };
}
