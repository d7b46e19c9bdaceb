import type { ChargeRow } from "#lib/payments/wire";

/** What a charge's method says of itself; everything null where the kind of method has no such thing. */
export function methodFactsOf({ paymentMethodDetails: details }: ChargeRow) {
  const { card, sepa_debit: sepa, us_bank_account: bank, type } = details;
  return {
    type,
    brand: card?.brand ?? null,
    country: card?.country ?? sepa?.country ?? (bank ? "US" : null),
    exp: card
      ? `${String(card.exp_month).padStart(2, "0")}/${String(card.exp_year % 100).padStart(2, "0")}`
      : null,
    fingerprint: card?.fingerprint ?? null,
    last4: card?.last4 ?? sepa?.last4 ?? bank?.last4 ?? null,
    flow: card?.three_d_secure ? "redirect" : "none",
  };
}
