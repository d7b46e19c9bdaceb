import { find, update } from "#db/rows";
import type { TokenDetails, VaultedInstrument } from "#db/schema/customers";
import { tokens } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { invalid, notFound } from "#lib/errors";
import type { BillingDetailsInput } from "#lib/payment-methods/vault-method-data";
import { processor } from "#lib/processors/index";

/** Uses a card token up and says what it stood for. Throws when there is none, or when it was used before. */
export async function consumeToken(
  tx: Tx,
  id: string,
): Promise<{ instrument: VaultedInstrument; owner: BillingDetailsInput }> {
  const { instrument, details } = await spend(tx, id, "token");
  const { card } = details;
  if (!card) throw invalid(`Invalid token id: ${id}`, { param: "token" });
  return { instrument, owner: { name: card.name, address: card.address } };
}

/** Uses up the token of a card or bank account, also a well-known one such as `btok_us`; errors name `param`. */
export async function instrumentOfToken(
  tx: Tx,
  id: string,
  param: string,
): Promise<{ instrument: VaultedInstrument; details: TokenDetails }> {
  const instrument = processor().wellKnown(id);
  return instrument ? { instrument, details: {} } : spend(tx, id, param);
}

async function spend(tx: Tx, id: string, param: string) {
  const token = await find(tx, tokens, id);
  if (!token) throw notFound("token", id, param);
  const { details, instrument, usedAt } = token;
  if (instrument === null) throw invalid(`Invalid token id: ${id}`, { param });
  if (usedAt !== null) {
    throw invalid(`You cannot use a Stripe token more than once: ${id}.`, { code: "token_already_used" });
  }
  await update(tx, tokens, id, { usedAt: tx.now });
  return { instrument, details };
}
