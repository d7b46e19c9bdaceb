import { find } from "#db/rows";
import type { VaultedInstrument } from "#db/schema/customers";
import { paymentMethods, tokens } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { cardError, notFound } from "#lib/errors";
import { processor } from "#lib/processors/index";
import type { Declined, VerifyAnswer } from "#lib/processors/processor";

/**
 * Asks the bank whether it lets a customer keep the method of this id: a payment method, a well-known one or a
 * token. Calls the processor: not inside a transaction.
 */
export async function verify(viewer: Viewer, id: string, param = "payment_method"): Promise<VerifyAnswer> {
  const { reference, postalCode, line1 } = await subjectOf(await reader(viewer), id, param);
  return processor().verify({ reference, checks: { postalCode, line1 } });
}

/** The bank's refusal as the API tells it. */
export function refusal({ code, declineCode, message }: Declined) {
  return cardError(message, { code, ...(declineCode === null ? {} : { declineCode }) });
}

async function subjectOf(handle: Handle, id: string, param: string) {
  const row = await find(handle, paymentMethods, id);
  if (row) {
    const { address } = row.billingDetails;
    return { reference: row.instrument.reference, postalCode: address.postal_code, line1: address.line1 };
  }
  const instrument = processor().wellKnown(id) ?? (await instrumentOfToken(handle, id));
  if (!instrument) throw notFound("PaymentMethod", id, param);
  return { reference: instrument.reference, postalCode: null, line1: null };
}

async function instrumentOfToken(handle: Handle, id: string): Promise<VaultedInstrument | null> {
  const token = id.startsWith("tok_") ? await find(handle, tokens, id) : undefined;
  return token?.instrument ?? null;
}
