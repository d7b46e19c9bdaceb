import { find, update } from "#db/rows";
import type { VaultedInstrument } from "#db/schema/customers";
import { tokens } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { invalid, notFound } from "#lib/errors";
import type { BillingDetailsInput } from "#lib/payment-methods/vault-method-data";

/** Uses a card token up and says what it stood for. Throws when there is none, or when it was used before. */
export async function consumeToken(
  tx: Tx,
  id: string,
): Promise<{ instrument: VaultedInstrument; owner: BillingDetailsInput }> {
  const token = await find(tx, tokens, id);
  if (!token) throw notFound("token", id, "token");
  const { card } = token.details;
  if (!card || token.instrument === null) throw invalid(`Invalid token id: ${id}`, { param: "token" });
  if (token.usedAt !== null) {
    throw invalid(`You cannot use a Stripe token more than once: ${id}.`, { code: "token_already_used" });
  }
  await update(tx, tokens, id, { usedAt: tx.now });
  return { instrument: token.instrument, owner: { name: card.name, address: card.address } };
}
