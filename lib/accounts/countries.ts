import type { Currency } from "#lib/currencies";

/** Where an account can be, and what it is paid out in unless it says otherwise. */
// prettier-ignore
export const countries = {
  AE: "aed", AT: "eur", AU: "aud", BE: "eur", BG: "eur", BR: "brl", CA: "cad", CH: "chf", CY: "eur", CZ: "czk",
  DE: "eur", DK: "dkk", EE: "eur", ES: "eur", FI: "eur", FR: "eur", GB: "gbp", GI: "gbp", GR: "eur", HK: "hkd",
  HR: "eur", HU: "huf", IE: "eur", IN: "inr", IT: "eur", JP: "jpy", LI: "chf", LT: "eur", LU: "eur", LV: "eur",
  MT: "eur", MX: "mxn", MY: "myr", NL: "eur", NO: "nok", NZ: "nzd", PL: "pln", PT: "eur", RO: "ron", SE: "sek",
  SG: "sgd", SI: "eur", SK: "eur", TH: "thb", US: "usd",
} as const satisfies Record<string, Currency>;

export type Country = keyof typeof countries;

/** Whether an account can be in this country: an ISO 3166 code of two letters, upper-case. */
export function isCountry(code: string): code is Country {
  return Object.hasOwn(countries, code);
}
