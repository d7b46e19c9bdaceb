import { cardError } from "#lib/errors";

/** Throws a `card_error` for a card that has run out, or says it will at no time there is. */
export function assertNotExpired(card: { expMonth: number; expYear: number }, now: number): void {
  const date = new Date(now);
  const year = date.getUTCFullYear();
  if (card.expYear < year || card.expYear > year + 50) {
    throw cardError("Your card's expiration year is invalid.", {
      code: "invalid_expiry_year",
      param: "exp_year",
    });
  }
  const past = card.expYear === year && card.expMonth < date.getUTCMonth() + 1;
  if (past || card.expMonth < 1 || card.expMonth > 12) {
    throw cardError("Your card's expiration month is invalid.", {
      code: "invalid_expiry_month",
      param: "exp_month",
    });
  }
}
