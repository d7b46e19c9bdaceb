import { noCvc } from "./instruments.ts";
import type { DebitBehaviour } from "./debit-outcomes.ts";
import type { TestCard } from "./test-card.ts";
import { cardNamed } from "./test-cards.ts";
import { sepaAccountNamed } from "./test-ibans.ts";
import { usAccountNamed } from "./test-us-accounts.ts";

/** What the simulated networks find behind a reference. */
export type Found =
  { type: "card"; card: TestCard; cvcProvided: boolean } | { type: "debit"; behaviour: DebitBehaviour };

/** Throws on a reference this processor never gave out. */
export function resolve(reference: string): Found {
  const cvcProvided = !reference.endsWith(noCvc);
  const [type = "", name = ""] = (cvcProvided ? reference : reference.slice(0, -noCvc.length)).split(":");
  const found = find(type, name, cvcProvided);
  if (!found) throw new RangeError(`The simulator knows no instrument ${reference}`);
  return found;
}

/** The first eight digits of the card behind a reference; null for what is no card, or none of this network's. */
export function binOf(reference: string): string | null {
  const [type, name = ""] = reference.split(":");
  return (type === "card" && cardNamed(name)?.number.slice(0, 8)) || null;
}

function find(type: string, name: string, cvcProvided: boolean): Found | undefined {
  switch (type) {
    case "card":
      return withCard(cardNamed(name), cvcProvided);
    case "sepa_debit":
      return withDebit(sepaAccountNamed(name));
    case "us_bank_account":
      return withDebit(usAccountNamed(name));
  }
}

function withCard(card: TestCard | undefined, cvcProvided: boolean): Found | undefined {
  return card && { type: "card", card, cvcProvided };
}

function withDebit(account: { behaviour: DebitBehaviour } | undefined): Found | undefined {
  return account && { type: "debit", behaviour: account.behaviour };
}
