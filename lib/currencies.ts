/** The currencies a charge may be made in, spelled as the API spells them, US dollar first. */
// prettier-ignore
export const supportedCurrencies = [
  "usd", "aed", "afn", "all", "amd", "ang", "aoa", "ars", "aud", "awg", "azn", "bam", "bbd", "bdt", "bgn",
  "bhd", "bif", "bmd", "bnd", "bob", "brl", "bsd", "bwp", "byn", "bzd", "cad", "cdf", "chf", "clp", "cny",
  "cop", "crc", "cve", "czk", "djf", "dkk", "dop", "dzd", "egp", "etb", "eur", "fjd", "fkp", "gbp", "gel",
  "gip", "gmd", "gnf", "gtq", "gyd", "hkd", "hnl", "htg", "huf", "idr", "ils", "inr", "isk", "jmd", "jod",
  "jpy", "kes", "kgs", "khr", "kmf", "krw", "kwd", "kyd", "kzt", "lak", "lbp", "lkr", "lrd", "lsl", "mad",
  "mdl", "mga", "mkd", "mmk", "mnt", "mop", "mur", "mvr", "mwk", "mxn", "myr", "mzn", "nad", "ngn", "nio",
  "nok", "npr", "nzd", "omr", "pab", "pen", "pgk", "php", "pkr", "pln", "pyg", "qar", "ron", "rsd", "rub",
  "rwf", "sar", "sbd", "scr", "sek", "sgd", "shp", "sle", "sos", "srd", "std", "szl", "thb", "tjs", "tnd",
  "top", "try", "ttd", "twd", "tzs", "uah", "ugx", "uyu", "uzs", "vnd", "vuv", "wst", "xaf", "xcd", "xcg",
  "xof", "xpf", "yer", "zar", "zmw",
] as const;

export type Currency = (typeof supportedCurrencies)[number];

const supported: ReadonlySet<string> = new Set(supportedCurrencies);

/** Whether `text` names a currency a charge may be made in; lower case only. */
export function isCurrency(text: string): text is Currency {
  return supported.has(text);
}

/** A stored currency as one of those that are known. */
export function currencyOf(code: string): Currency {
  if (!isCurrency(code)) throw new Error(`Unknown currency ${code}`);
  return code;
}

// prettier-ignore
const withoutDecimals: readonly Currency[] = [
  "bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "vnd", "vuv", "xaf", "xof", "xpf",
];
const withThreeDecimals: readonly Currency[] = ["bhd", "jod", "kwd", "omr", "tnd"];

const decimals = new Map<Currency, number>([
  ...withoutDecimals.map((currency) => [currency, 0] as const),
  ...withThreeDecimals.map((currency) => [currency, 3] as const),
]);

/** How many decimals an amount of the API carries. ISK and UGX have none in life but two in the API. */
export function exponent(currency: Currency): number {
  return decimals.get(currency) ?? 2;
}

/**
 * What a charge's amount must be a multiple of, in minor units: 100 where the coins are gone but the API keeps
 * two decimals (ISK, UGX), 10 where card networks take two of three decimals.
 */
export function chargeStep(currency: Currency): number {
  if (currency === "isk" || currency === "ugx") return 100;
  return exponent(currency) === 3 ? 10 : 1;
}

/** What a payout's amount must be a multiple of, in minor units: HUF and TWD are paid out in whole units. */
export function payoutStep(currency: Currency): number {
  return currency === "huf" || currency === "twd" ? 100 : chargeStep(currency);
}

/** What of an amount, in minor units, can be paid out: the whole steps in it. */
export function payable(amount: number, currency: Currency): number {
  return amount - (amount % payoutStep(currency));
}

const minimumCharges: Partial<Record<Currency, number>> = {
  aed: 200,
  aud: 50,
  bgn: 100,
  brl: 50,
  cad: 50,
  chf: 50,
  czk: 1500,
  dkk: 250,
  eur: 50,
  gbp: 30,
  hkd: 400,
  huf: 17500,
  inr: 50,
  jpy: 50,
  mxn: 1000,
  myr: 200,
  nok: 300,
  nzd: 50,
  pln: 200,
  ron: 200,
  sek: 300,
  sgd: 50,
  thb: 1000,
  usd: 50,
};

/**
 * The smallest charge in minor units; undefined where no figure is documented and only the rule "worth at least
 * 0.50 US dollars" decides.
 */
export function minimumCharge(currency: Currency): number | undefined {
  return minimumCharges[currency];
}

/** The largest charge in minor units: eight digits, twelve for the rupiah. */
export function maximumCharge(currency: Currency): number {
  return currency === "idr" ? 999_999_999_999 : 99_999_999;
}
