import type { DeclineReason } from "./declines.ts";
import { type TestCard, visaCard } from "./test-card.ts";

const declining = (name: string, number: string, decline: DeclineReason): TestCard =>
  visaCard(name, number, { decline }, [name, `visa_${name}`]);

const decliningLater = (name: string, decline: DeclineReason): TestCard =>
  visaCard(name, "4000000000000341", { decline, declinesLater: true }, [name, `visa_${name}`]);

/** Cards the bank declines; most already when they are saved to a customer. */
export const cardsThatDecline: readonly TestCard[] = [
  declining("chargeDeclined", "4000000000000002", "generic_decline"),
  declining("chargeDeclinedInsufficientFunds", "4000000000009995", "insufficient_funds"),
  {
    ...declining("debit_chargeDeclinedInsufficientFunds", "4000000000009995", "insufficient_funds"),
    funding: "debit",
    byIdOnly: true,
  },
  declining("chargeDeclinedLostCard", "4000000000009987", "lost_card"),
  declining("chargeDeclinedStolenCard", "4000000000009979", "stolen_card"),
  declining("chargeDeclinedExpiredCard", "4000000000000069", "expired_card"),
  declining("chargeDeclinedIncorrectCvc", "4000000000000127", "incorrect_cvc"),
  declining("chargeDeclinedProcessingError", "4000000000000119", "processing_error"),
  declining("chargeDeclinedVelocityLimitExceeded", "4000000000006975", "card_velocity_exceeded"),
  decliningLater("chargeCustomerFail", "generic_decline"),
  { ...decliningLater("chargeCustomerFailLostCard", "lost_card"), byIdOnly: true },
  { ...decliningLater("chargeCustomerFailStolenCard", "stolen_card"), byIdOnly: true },
];
