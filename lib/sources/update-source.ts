import type { SourceFacts, StoredInstrument } from "#db/schema/customers";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { differences } from "#lib/events/differences";
import { record } from "#lib/events/record";
import { type MetadataPatch, mergeMetadata } from "#lib/metadata";
import { fullBillingDetails } from "#lib/payment-methods/billing-details";
import { assertNotExpired } from "#lib/payment-methods/card-expiry";
import { changeMethod } from "#lib/payment-methods/change-method";
import type { BillingDetailsInput } from "#lib/payment-methods/vault-method-data";
import { planCard } from "#lib/payment-methods/plan-card";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import { findCustomerSource, findSource, type NamedSource } from "./queries.ts";
import { toCustomerSource } from "./wire.ts";

export interface SourcePatch {
  /** Who holds it: of a bank account the name alone. */
  owner?: BillingDetailsInput | undefined;
  metadata?: MetadataPatch | undefined;
  expMonth?: number | undefined;
  expYear?: number | undefined;
  holderType?: string | undefined;
  amount?: number | undefined;
}

/** Changes what may change of a card, bank account or source of a customer. */
export async function updateCustomerSource(
  viewer: Viewer,
  named: NamedSource,
  patch: SourcePatch,
): Promise<PaymentMethodRow> {
  authorize(viewer, "customers:write");
  return transaction(viewer, async (tx) => {
    const row = await findCustomerSource(tx, named);
    const changed = await changeSource(tx, row, patch);
    const before = toCustomerSource(row, viewer.environment);
    const after = toCustomerSource(changed, viewer.environment);
    if (Object.keys(differences(before, after)).length > 0) {
      await record(tx, "customer.source.updated", after, { before });
      await planCard(tx, changed);
    }
    return changed;
  });
}

/** Changes what may change of a source by itself. */
export async function updateSource(
  viewer: Viewer,
  id: string,
  patch: SourcePatch,
): Promise<PaymentMethodRow> {
  authorize(viewer, "payments:write");
  return transaction(viewer, async (tx) => changeSource(tx, await findSource(tx, id), patch));
}

async function changeSource(tx: Tx, row: PaymentMethodRow, patch: SourcePatch): Promise<PaymentMethodRow> {
  return changeMethod(tx, row, {
    billingDetails: fullBillingDetails(patch.owner ?? {}, row.billingDetails),
    metadata: mergeMetadata(row.metadata, patch.metadata),
    instrument: changedCard(row.instrument, patch, tx.now),
    sourceFacts: row.sourceFacts && changedFacts(row.sourceFacts, patch),
  });
}

function changedCard(
  instrument: StoredInstrument,
  { expMonth, expYear }: SourcePatch,
  now: number,
): StoredInstrument {
  if (expMonth === undefined && expYear === undefined) return instrument;
  if (instrument.type !== "card") throw unknown(expMonth === undefined ? "exp_year" : "exp_month");
  const { card } = instrument;
  const changed = { ...card, expMonth: expMonth ?? card.expMonth, expYear: expYear ?? card.expYear };
  assertNotExpired(changed, now);
  return { ...instrument, card: changed };
}

function changedFacts(facts: SourceFacts, { holderType, amount }: SourcePatch): SourceFacts {
  if (holderType !== undefined && !facts.bankAccount) throw unknown("account_holder_type");
  return {
    ...facts,
    ...(facts.bankAccount && {
      bankAccount: { ...facts.bankAccount, holderType: holderType ?? facts.bankAccount.holderType },
    }),
    ...(facts.source && { source: { ...facts.source, amount: amount ?? facts.source.amount } }),
  };
}

function unknown(param: string) {
  return invalid(`Received unknown parameter: ${param}`, { code: "parameter_unknown", param });
}
