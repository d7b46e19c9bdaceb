import { find, insert } from "#db/rows";
import { paymentMethods, topups } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import type { Currency } from "#lib/currencies";
import { invalid, notFound } from "#lib/errors";
import { record } from "#lib/events/record";
import { defaultFor } from "#lib/external-accounts/queries";
import { newId, randomText } from "#lib/ids";
import { mergeMetadata, type MetadataPatch } from "#lib/metadata";
import { finish } from "#lib/operations/finish";
import { startOperation } from "#lib/operations/start-operation";
import { instrumentOfToken } from "#lib/tokens/consume-token";
import { sendingTopup } from "./send-topup.ts";
import { type TopupRow, toTopup } from "./wire.ts";

export interface TopupInput {
  /** Minor units. */
  amount: number;
  currency: Currency;
  description?: string;
  /** A token of the bank account to debit. Without it and `paymentMethodId`, the default one of the currency. */
  source?: string;
  paymentMethodId?: string;
  /**
   * `transfer`: the business sends the money itself, and is given a reference to write on its transfer. `debit`: it is
   * taken from the default bank account, or refused where none works. Neither: from that account, if there is one.
   */
  way?: "transfer" | "debit";
  statementDescriptor?: string;
  transferGroup?: string;
  metadata?: MetadataPatch;
}

/** Adds money from the business's bank to its balance; it is there once the bank has sent it. */
export async function createTopup(viewer: Viewer, input: TopupInput): Promise<TopupRow> {
  authorize(viewer, "topups:write");
  const operation = await transaction(viewer, async (tx) => {
    const topup = await insertTopup(tx, input, await referenceOf(tx, input));
    await record(tx, "topup.created", toTopup(topup, viewer.environment));
    const { amount, currency, reference } = topup;
    await audit(tx, "topup.created", { subject: topup.id, after: { amount, currency } });
    return startOperation(tx, sendingTopup, topup.id, { reference, amount, currency });
  });
  return finish(viewer, operation, sendingTopup);
}

function insertTopup(tx: Tx, input: TopupInput, reference: string | null): Promise<TopupRow> {
  return insert(tx, topups, {
    id: newId("tu", tx.now),
    createdAt: tx.now,
    amount: input.amount,
    currency: input.currency,
    status: "pending",
    reference,
    paymentMethodId: input.paymentMethodId ?? null,
    bankReference: `TOPUP ${randomText(8).toUpperCase()}`,
    description: input.description ?? null,
    statementDescriptor: input.statementDescriptor ?? null,
    transferGroup: input.transferGroup ?? null,
    metadata: mergeMetadata({}, input.metadata),
    createdBy: tx.viewer.actor,
  });
}

/** The processor's name for the account that is debited; null for a transfer that the business makes itself. */
async function referenceOf(tx: Tx, input: TopupInput): Promise<string | null> {
  if (input.way === "transfer") return null;
  if (input.source !== undefined) {
    const { instrument } = await instrumentOfToken(tx, input.source, "source");
    if (instrument.type !== "card") return instrument.reference;
    throw invalid("The source of a top-up must be a bank account.", { param: "source" });
  }
  if (input.paymentMethodId !== undefined) return methodReference(tx, input.paymentMethodId);
  const account = await defaultFor(tx, input.currency);
  const bank = account?.type === "bank_account" ? account : undefined;
  if (input.way === "debit" && (!bank || bank.status === "errored")) throw nothingToDebit(input);
  return bank?.reference ?? null;
}

function nothingToDebit({ currency }: TopupInput) {
  return invalid(`There is no working bank account in ${currency} to take the money from.`, {
    code: "nothing_to_debit",
    param: "way",
  });
}

async function methodReference(tx: Tx, id: string): Promise<string> {
  const method = await find(tx, paymentMethods, id);
  if (!method) throw notFound("PaymentMethod", id, "payment_method");
  if (method.type === "us_bank_account") return method.instrument.reference;
  throw invalid("The payment method of a top-up must be of the type us_bank_account.", {
    param: "payment_method",
  });
}
