/** Business days between a card payment and its money: the least an account of this country can choose. */
export function cardDelay(country: string): number {
  return cardDelays[country] ?? slowest;
}

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
