import type { CardFacts, CheckResult, FutureDispute } from "../processor.ts";
import type { DeclineReason } from "./declines.ts";

/** A card of the simulated network. Everything else about cards is derived from these. */
export interface TestCard extends CardKind {
  /** What its reference says after `card:`. */
  name: string;
  number: string;
  /** What follows `pm_card_` and `tok_` in the ids it goes by, older spellings too. */
  spellings: readonly string[];
  /** Ids that follow no pattern. */
  otherIds?: readonly string[];
  behaviour: CardBehaviour;
  /** It shares another card's number, so only its ids lead to it. */
  byIdOnly?: true;
}

export interface CardKind {
  brand: CardFacts["brand"];
  country: string;
  funding: CardFacts["funding"];
  /** Networks it runs on beside its brand's. */
  coBrand?: string;
}

/** How a card departs from being accepted at once, at a normal risk, with every check passed. */
export interface CardBehaviour {
  decline?: DeclineReason;
  /** It may be saved to a customer all the same; the decline comes with the charge. */
  declinesLater?: true;
  risk?: "elevated" | "highest";
  /** "always" whatever the rules; "rule" by the rule against the highest risk. */
  blocked?: "always" | "rule";
  cvc?: CheckResult;
  postalCode?: CheckResult;
  line1?: CheckResult;
  authentication?: AuthenticationBehaviour;
  dispute?: FutureDispute;
  refund?: "succeeds_later" | "fails_later";
  availableAtOnce?: true;
  /** The bank holds what it holds, and no more. */
  increment?: "declined";
  /** Payouts to it fail, or do not arrive within minutes. */
  payout?: "fails" | "standard_only";
}

export type AuthenticationBehaviour =
  /** 3-D Secure exists, the card is not enrolled: a request for it is acknowledged, nobody is asked. */
  | "not_enrolled"
  | "not_supported"
  /** Only where the merchant asks for it. */
  | "optional"
  | "optional_lookup_fails"
  | "required"
  | "required_lookup_fails"
  /** On-session always; off-session until it has been set up. */
  | "required_unless_set_up"
  /** On-session always, off-session never. */
  | "required_on_session"
  /** Always, without asking the customer. */
  | "frictionless";

const visa: CardKind = { brand: "visa", country: "US", funding: "credit" };

/** A Visa credit card from the United States, which is what most test cards are. */
export function visaCard(
  name: string,
  number: string,
  behaviour: CardBehaviour,
  spellings: readonly string[] = [name],
): TestCard {
  return { ...visa, name, number, spellings, behaviour };
}
