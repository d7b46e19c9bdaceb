import type { ChargeRow } from "#lib/payments/wire";

/** What a charge's method says of itself; everything null where the kind of method has no such thing. */
export function methodFactsOf({ paymentMethodDetails: details }: ChargeRow) {
  const { card, sepa_debit: sepa, us_bank_account: bank, type } = details;
  return {
    type,
    brand: card?.brand ?? null,
    country: card?.country ?? sepa?.country ?? (bank ? "US" : null),
    exp: card ? expiryOf({ expMonth: card.exp_month, expYear: card.exp_year }) : null,
    fingerprint: card?.fingerprint ?? null,
    last4: card?.last4 ?? sepa?.last4 ?? bank?.last4 ?? null,
    flow: card?.three_d_secure ? "redirect" : "none",
  };
}

/** Until when a card is good, as it stands on the card: `08/27`. */
export function expiryOf({ expMonth, expYear }: { expMonth: number; expYear: number }): string {
  return [expMonth, expYear % 100].map((part) => String(part).padStart(2, "0")).join("/");
}
