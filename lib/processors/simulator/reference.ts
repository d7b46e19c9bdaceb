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
  const found = finders[type]?.(name, cvcProvided);
  if (!found) throw new RangeError(`The simulator knows no instrument ${reference}`);
  return found;
}

const finders: Record<string, (name: string, cvcProvided: boolean) => Found | undefined> = {
  card: (name, cvcProvided) => {
    const card = cardNamed(name);
    return card && { type: "card", card, cvcProvided };
  },
  sepa_debit: (name) => debit(sepaAccountNamed(name)),
  us_bank_account: (name) => debit(usAccountNamed(name)),
};

function debit(account: { behaviour: DebitBehaviour } | undefined): Found | undefined {
  return account && { type: "debit", behaviour: account.behaviour };
}
