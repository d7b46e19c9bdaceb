import type { VaultedInstrument } from "../processor.ts";
import { cardFingerprint, cardInstrument, sepaInstrument, usInstrument } from "./instruments.ts";
import { cardIdentified, testCards } from "./test-cards.ts";
import { sepaAccountIdentified } from "./test-ibans.ts";
import { usAccountIdentified } from "./test-us-accounts.ts";

/** The instrument behind a documented id; null for any other. */
export function wellKnown(id: string): VaultedInstrument | null {
  const card = cardIdentified(id);
  if (card) return cardInstrument(card, { expMonth: 12, expYear: 2034, cvcProvided: true });
  const sepa = sepaAccountIdentified(id);
  if (sepa) return sepaInstrument(sepa);
  const us = usAccountIdentified(id);
  return us ? usInstrument(us, { accountHolderType: "individual", accountType: "checking" }) : null;
}

const shared = new Set(testCards.map(cardFingerprint));

/** Whether a card is a documented test card, which all tests of a business share. */
export function isShared(fingerprint: string): boolean {
  return shared.has(fingerprint);
}
