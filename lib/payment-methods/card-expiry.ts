import { cardError } from "#lib/errors";

interface Expiry {
  expMonth: number;
  expYear: number;
}

/** Whether the last month of a card is over. */
export function hasRunOut({ expMonth, expYear }: Expiry, now: number): boolean {
  return now >= Date.UTC(expYear, expMonth);
}

/** Throws a `card_error` for a card that has run out, or says it will at no time there is. */
export function assertNotExpired(card: Expiry, now: number): void {
  const year = new Date(now).getUTCFullYear();
  if (card.expYear < year || card.expYear > year + 50) {
    throw cardError("Your card's expiration year is invalid.", {
      code: "invalid_expiry_year",
      param: "exp_year",
    });
  }
  if (hasRunOut(card, now) || card.expMonth < 1 || card.expMonth > 12) {
    throw cardError("Your card's expiration month is invalid.", {
      code: "invalid_expiry_month",
      param: "exp_month",
    });
  }
}
