import type { CardFacts } from "#db/schema/customers";
import { economicArea } from "#lib/accounts/economic-area";
import { day, hour } from "#lib/clock";
import type { PaymentIntentRow } from "./wire.ts";

/** What may be done with money held on a card, beside capturing it once, and until when. */
export interface HoldTerms {
  incremental: boolean;
  multicapture: boolean;
  extended: boolean;
  /** More may be captured than is held: this share of it in percent, 0 where not. */
  overcapturePercent: number;
  /** Milliseconds. */
  captureBefore: number;
}

interface Circumstances {
  /** Where the business is. */
  country: string;
  offSession: boolean;
  now: number;
}

/**
 * The terms of a hold: what was asked for, as far as the card's network has it. Rules of the documentation, pages
 * "Increment an authorization", "Capture a payment multiple times", "Capture more than the authorized amount",
 * "Place an extended hold". An account has no merchant category, so what a network grants to some is granted to all.
 */
export function holdTerms(intent: PaymentIntentRow, card: CardFacts, where: Circumstances): HoldTerms {
  const asked = (feature: string) =>
    intent.paymentMethodOptions.card?.[`request_${feature}`] === "if_available";
  const extended = asked("extended_authorization") && common.has(card.brand);
  return {
    incremental: asked("incremental_authorization") && canIncrement(intent, card, where),
    multicapture: asked("multicapture") && canCaptureAgain(card, where),
    extended,
    overcapturePercent: asked("overcapture") ? overcapturePercent(card, where) : 0,
    captureBefore: where.now + lifetime(card, { ...where, extended }),
  };
}

/** The most that can be captured of a hold, minor units; Visa and the others count in percent, rounded down. */
export function mostCapturable(held: number, terms: HoldTerms): number {
  return withPercent(held, terms.overcapturePercent);
}

const common = new Set(["visa", "mastercard", "amex", "discover"]);

/** The same of a hold that was raised, whose card may be overcaptured. */
export function overcapturable(held: number, card: CardFacts, country: string): number {
  return withPercent(held, overcapturePercent(card, { country }));
}

function withPercent(held: number, percent: number): number {
  return held + Math.floor((held * percent) / 100);
}

function canIncrement(
  { currency }: PaymentIntentRow,
  { brand }: CardFacts,
  { country }: Circumstances,
): boolean {
  const excluded = country === "MX" || (country === "JP" && currency === "jpy");
  return common.has(brand) && !(brand === "mastercard" && excluded);
}

function canCaptureAgain({ brand, networks }: CardFacts, { country }: Circumstances): boolean {
  if (common.has(brand) || brand === "diners" || networks.includes("cartes_bancaires")) return true;
  return country === "US" && (brand === "unionpay" || brand === "jcb");
}

function overcapturePercent(card: CardFacts, { country }: Pick<Circumstances, "country">): number {
  switch (card.brand) {
    case "visa":
      return economicArea.has(country) && economicArea.has(card.country) ? 0 : 15;
    case "mastercard":
      return country === "US" && card.country === "US" ? 30 : 0;
    case "amex":
    case "discover":
      return 15;
    default:
      return 0;
  }
}

/** How long a card's bank keeps its word. Visa's windows are shortened for clearing. */
function lifetime(
  { brand }: CardFacts,
  { offSession, extended }: Circumstances & { extended: boolean },
): number {
  if (brand === "visa" && extended) return 29 * day + 18 * hour;
  if (extended) return 30 * day;
  return brand === "visa" && offSession ? 4 * day + 18 * hour : 7 * day;
}
