import { paymentMethods } from "#db/schema/index";
import { fillEverywhere } from "#lib/jobs/fill";
import { planCard } from "#lib/payment-methods/plan-card";

/** Has what is to come planned of cards that customers had before anybody saw to it. */
export function fillCardJobs(): Promise<void> {
  // Under its first name, cards whose bank had replaced them already were passed over.
  return fillEverywhere({ what: "cards.plan", table: paymentMethods, see: planCard });
}
