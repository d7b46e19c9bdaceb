import { day } from "#lib/clock";

export interface Settlement {
  /** The account's country. */
  country: string;
  method: "card" | "sepa_debit" | "us_bank_account";
  /** When the payment succeeded: milliseconds, the environment's clock. */
  createdAt: number;
  availableAtOnce: boolean;
}

/** When a payment's money leaves the pending balance: midnight UTC after so many business days, or at once. */
export function availableOn({ country, method, createdAt, availableAtOnce }: Settlement): number {
  // Test bank debits in the United States settle the moment they succeed, as the API's own test mode has it.
  if (availableAtOnce || method === "us_bank_account") return createdAt;
  return addBusinessDays(createdAt, method === "sepa_debit" ? sepaDelay : (cardDelays[country] ?? slowest));
}

const sepaDelay = 5;
const slowest = 7;

/** Business days between a card payment and its money, by the account's country. */
// prettier-ignore
const cardDelays: Record<string, number> = {
  US: 2, PR: 2, AU: 2, NZ: 2,
  GB: 3, GI: 3, CH: 3, CA: 3, SG: 3, HK: 3,
  AT: 3, BE: 3, BG: 3, CY: 3, CZ: 3, DE: 3, DK: 3, EE: 3, ES: 3, FI: 3, FR: 3, GR: 3, HR: 3, HU: 3, IE: 3,
  IS: 3, IT: 3, LI: 3, LT: 3, LU: 3, LV: 3, MT: 3, NL: 3, NO: 3, PL: 3, PT: 3, RO: 3, SE: 3, SI: 3, SK: 3,
  JP: 4,
};

function addBusinessDays(from: number, businessDays: number): number {
  let midnight = from - (from % day);
  for (let left = businessDays; left > 0;) {
    midnight += day;
    if (!isWeekend(midnight)) left -= 1;
  }
  return midnight;
}

function isWeekend(midnight: number): boolean {
  const weekday = new Date(midnight).getUTCDay();
  return weekday === 0 || weekday === 6;
}
