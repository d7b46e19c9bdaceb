import { cardsAtRisk } from "./cards-at-risk.ts";
import { cardsByBrand } from "./cards-by-brand.ts";
import { cardsByCountry } from "./cards-by-country.ts";
import { cardsForPayouts } from "./cards-for-payouts.ts";
import { cardsThatAuthenticate } from "./cards-that-authenticate.ts";
import { cardsThatDecline } from "./cards-that-decline.ts";
import { cardsWithConsequences } from "./cards-with-consequences.ts";
import type { TestCard } from "./test-card.ts";

/** Every card the simulated network knows. */
export const testCards: readonly TestCard[] = [
  ...cardsByBrand,
  ...cardsByCountry,
  ...cardsThatDecline,
  ...cardsAtRisk,
  ...cardsWithConsequences,
  ...cardsThatAuthenticate,
  ...cardsForPayouts,
];

const byNumber = new Map(testCards.filter((card) => !card.byIdOnly).map((card) => [card.number, card]));
const byName = new Map(testCards.map((card) => [card.name, card]));
const byId = new Map(testCards.flatMap((card) => cardIds(card).map((id) => [id, card] as const)));

export function cardNumbered(number: string): TestCard | undefined {
  return byNumber.get(number);
}

export function cardNamed(name: string): TestCard | undefined {
  return byName.get(name);
}

export function cardIdentified(id: string): TestCard | undefined {
  return byId.get(id);
}

/** Every id a card goes by. */
export function cardIds({ spellings, otherIds = [] }: TestCard): string[] {
  return [...spellings.flatMap((spelling) => [`pm_card_${spelling}`, `tok_${spelling}`]), ...otherIds];
}
