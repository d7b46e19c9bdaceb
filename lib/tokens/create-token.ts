import { insert } from "#db/rows";
import type { Address, TokenDetails, VaultedInstrument } from "#db/schema/customers";
import { tokens } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { cardError } from "#lib/errors";
import { type IdPrefix, newId } from "#lib/ids";
import { claimed } from "#lib/operations/claimed";
import { fullAddress } from "#lib/payment-methods/billing-details";
import { vaultInstrument } from "#lib/payment-methods/vault-instrument";
import type { TypedCard } from "#lib/payment-methods/vault-method-data";
import { type BankAccountInput, bankAccountDetails, bankAccountVaultInput } from "./bank-account.ts";
import type { TokenRow } from "./wire.ts";

interface CardOwner {
  name?: string;
  address: Partial<Address>;
  currency?: string;
}

export type TokenInput =
  | { type: "card"; card: TypedCard; owner: CardOwner }
  | { type: "bank_account"; bankAccount: BankAccountInput }
  | { type: "cvc_update"; cvc: string }
  | { type: "pii" }
  /** What describes a person or an account, without the numbers that identify them. */
  | { type: "account" | "person"; described: Record<string, unknown> };

const prefixes: Record<TokenRow["type"], IdPrefix> = {
  account: "ct",
  bank_account: "btok",
  card: "tok",
  cvc_update: "cvctok",
  person: "cpt",
  pii: "pii",
};

export interface TokenContent {
  instrument: VaultedInstrument | null;
  details: TokenDetails;
}

/** Makes a token that stands, once, for what a person typed. The number itself goes to the processor only. */
export async function createToken(viewer: Viewer, input: TokenInput): Promise<TokenRow> {
  authorize(viewer, "payments:write");
  const content = await tokenContent(viewer, input);
  return transaction(viewer, (tx) => claimed(tx, () => insertToken(tx, input.type, content)));
}

/** Adds a card token for an instrument that the processor knows already. */
export function insertCardToken(tx: Tx, instrument: VaultedInstrument): Promise<TokenRow> {
  const card = { id: newId("card", tx.now), name: null, address: fullAddress({}), currency: null };
  return insertToken(tx, "card", { instrument, details: { card } });
}

function insertToken(
  tx: Tx,
  type: TokenRow["type"],
  { instrument, details }: TokenContent,
): Promise<TokenRow> {
  return insert(tx, tokens, {
    id: newId(prefixes[type], tx.now),
    createdAt: tx.now,
    type,
    instrument,
    details,
    clientIp: tx.viewer.request?.address ?? null,
  });
}

/** What may be kept of what a person typed. Calls the processor: not inside a transaction. */
export async function tokenContent(viewer: Viewer, input: TokenInput): Promise<TokenContent> {
  switch (input.type) {
    case "card":
      return cardContent(viewer, input.card, input.owner);
    case "bank_account": {
      const instrument = await vaultInstrument(viewer, bankAccountVaultInput(input.bankAccount));
      const bankAccount = bankAccountDetails(newId("ba", viewer.now()), input.bankAccount, instrument);
      return { instrument, details: { bankAccount } };
    }
    case "cvc_update":
      assertCvc(input.cvc);
      return { instrument: null, details: {} };
    case "pii":
      return { instrument: null, details: {} };
    default:
      return { instrument: null, details: { described: input.described } };
  }
}

async function cardContent(viewer: Viewer, card: TypedCard, owner: CardOwner): Promise<TokenContent> {
  const { number, expMonth, expYear, cvc } = card;
  const postalCode = owner.address.postal_code ?? undefined;
  const vaulted = await vaultInstrument(viewer, { type: "card", number, expMonth, expYear, cvc, postalCode });
  const details = {
    id: newId("card", viewer.now()),
    name: owner.name ?? null,
    address: fullAddress(owner.address),
    currency: owner.currency ?? null,
  };
  if (vaulted.type !== "card" || card.preferredNetwork === undefined) {
    return { instrument: vaulted, details: { card: details } };
  }
  const facts = { ...vaulted.card, preferredNetwork: card.preferredNetwork };
  return { instrument: { ...vaulted, card: facts }, details: { card: details } };
}

function assertCvc(cvc: string): void {
  if (/^\d{3,4}$/.test(cvc)) return;
  throw cardError("Your card's security code is invalid.", { code: "invalid_cvc", param: "cvc" });
}
