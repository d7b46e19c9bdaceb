import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { newId } from "#lib/ids";
import { insertPaymentMethod, type OlderKind } from "#lib/payment-methods/insert-payment-method";
import { refusal, verify } from "#lib/payment-methods/verify";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import { processor } from "#lib/processors/index";
import type { Checks, VerifyAnswer } from "#lib/processors/processor";
import { instrumentOfToken } from "#lib/tokens/consume-token";
import { type TokenContent, tokenContent, type TokenInput } from "#lib/tokens/create-token";

/** A source as a caller gives it: the id of a token or source, or what a person typed. */
export type SourceInput = { id: string } | { typed: Extract<TokenInput, { type: "card" | "bank_account" }> };

/** A source that the bank lets a customer keep. */
export interface PreparedSource {
  input: { id: string } | { content: TokenContent };
  checks: Checks | null;
}

/**
 * Hands over to the processor what a person typed, and asks the bank whether a card may be kept. Calls the processor:
 * not inside a transaction. Throws a `card_error` when the bank says no.
 */
export async function prepareSource(viewer: Viewer, input: SourceInput): Promise<PreparedSource> {
  if ("typed" in input) {
    const content = await tokenContent(viewer, input.typed);
    return { input: { content }, checks: input.typed.type === "card" ? await asked(content) : null };
  }
  const isCard = input.id.startsWith("tok_") || input.id.startsWith("src_");
  return { input, checks: isCard ? verified(await verify(viewer, input.id, "source")) : null };
}

/** Makes the card or bank account of a token, or of what was typed, for a customer. */
export async function insertCustomerSource(
  tx: Tx,
  { input }: PreparedSource,
  customerId: string,
  metadata: Record<string, string>,
): Promise<PaymentMethodRow> {
  const content = "content" in input ? input.content : await instrumentOfToken(tx, input.id, "source");
  const { instrument, details } = content;
  if (!instrument) throw invalid("This token is neither a card nor a bank account.", { param: "source" });
  const { card, bankAccount } = details;
  const billingDetails = card
    ? { name: card.name, address: card.address }
    : { name: bankAccount?.accountHolderName ?? null };
  const vaulted = { type: instrument.type, source: { instrument }, billingDetails, metadata };
  const isVerified = "id" in input && input.id.startsWith("btok_us_verified");
  const older =
    instrument.type === "card"
      ? cardKind(tx, card)
      : { ...bankKind(tx, content, isVerified ? "verified" : "new"), customerId };
  return insertPaymentMethod(tx, vaulted, older);
}

function cardKind(tx: Tx, card: TokenContent["details"]["card"]): OlderKind {
  return {
    id: card?.id ?? newId("card", tx.now),
    sourceObject: "card",
    sourceStatus: "chargeable",
    sourceFacts: { currency: card?.currency ?? null },
  };
}

function bankKind(
  tx: Tx,
  { instrument, details: { bankAccount } }: TokenContent,
  sourceStatus: "new" | "verified",
): OlderKind {
  const american = instrument?.type === "us_bank_account" ? instrument.usBankAccount : null;
  const iban = instrument?.type === "sepa_debit" ? instrument.sepaDebit : null;
  return {
    id: bankAccount?.id ?? newId("ba", tx.now),
    sourceObject: "bank_account",
    sourceStatus,
    sourceFacts: {
      currency: bankAccount?.currency ?? (american ? "usd" : "eur"),
      bankAccount: {
        holderType: bankAccount?.accountHolderType ?? american?.accountHolderType ?? null,
        accountType: bankAccount?.accountType ?? null,
        country: bankAccount?.country ?? iban?.country ?? "US",
        failures: 0,
      },
    },
  };
}

async function asked({ instrument, details }: TokenContent): Promise<Checks | null> {
  if (!instrument) return null;
  const { postal_code: postalCode = null, line1 = null } = details.card?.address ?? {};
  return verified(
    await processor().verify({ reference: instrument.reference, checks: { postalCode, line1 } }),
  );
}

function verified(answer: VerifyAnswer): Checks {
  if (answer.result === "declined") throw refusal(answer);
  return answer.checks;
}
