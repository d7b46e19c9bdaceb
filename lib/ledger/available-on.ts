import type { InstrumentType } from "#db/schema/customers";
import { addBusinessDays } from "#lib/business-days";
import { cardDelay } from "#lib/card-delay";

export interface Settlement {
  /** The account's country. */
  country: string;
  method: InstrumentType;
  /** When the payment succeeded: milliseconds, the environment's clock. */
  createdAt: number;
  availableAtOnce: boolean;
  /** Days that the account holds its money, where it chose a number of its own. */
  delayDays?: number | null;
}

/** When a payment's money leaves the pending balance: midnight UTC after so many business days, or at once. */
export function availableOn({ country, method, createdAt, availableAtOnce, delayDays }: Settlement): number {
  // Test bank debits in the United States settle the moment they succeed, as the API's own test mode has it.
  if (availableAtOnce || method === "us_bank_account") return createdAt;
  const least = method === "sepa_debit" ? sepaDelay : cardDelay(country);
  return addBusinessDays(createdAt, Math.max(least, delayDays ?? 0));
}

const sepaDelay = 5;
