import { economicArea } from "#lib/accounts/economic-area";

/** What one kind of payment costs: a share in percent, an exact decimal, and a fixed part in minor units. */
export interface FeeRate {
  percent: string;
  fixed: number;
  /** The most it can come to, minor units; absent: no limit. */
  cap?: number;
}

/** The kinds of cost of a payment. Cards are priced by where they were issued, seen from the account. */
export type FeeEntry =
  | "card_domestic"
  | "card_nearby"
  | "card_international"
  | "customer_balance"
  | "sepa_debit"
  | "us_bank_account"
  | "conversion";

/** What disputes cost: of a card, of a debit, and what a network asks for settling a compliance case. */
export type DisputeFeeEntry = "dispute" | "debit_dispute" | "compliance_dispute";

export interface FeeTable {
  /** What `fixed` and `cap` are in, lower-case. */
  currency: string;
  /** Where the account's own cards come from, and those of its neighbours. */
  domestic: ReadonlySet<string>;
  nearby: ReadonlySet<string>;
  rates: Record<FeeEntry | DisputeFeeEntry, FeeRate>;
}

const countries = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const european: FeeTable = {
  currency: "eur",
  domestic: economicArea,
  nearby: countries("GB GI"),
  rates: {
    card_domestic: { percent: "1.5", fixed: 25 },
    card_nearby: { percent: "2.5", fixed: 25 },
    card_international: { percent: "3.25", fixed: 25 },
    customer_balance: { percent: "0.5", fixed: 0, cap: 500 },
    sepa_debit: { percent: "0", fixed: 35 },
    us_bank_account: { percent: "0.8", fixed: 0, cap: 500 },
    conversion: { percent: "2", fixed: 0 },
    dispute: { percent: "0", fixed: 2000 },
    debit_dispute: { percent: "0", fixed: 750 },
    compliance_dispute: { percent: "0", fixed: 43000 },
  },
};

const british: FeeTable = {
  currency: "gbp",
  domestic: countries("GB GI"),
  nearby: economicArea,
  rates: {
    card_domestic: { percent: "1.5", fixed: 20 },
    card_nearby: { percent: "2.5", fixed: 20 },
    card_international: { percent: "3.25", fixed: 20 },
    customer_balance: { percent: "0.5", fixed: 0, cap: 200 },
    sepa_debit: { percent: "0", fixed: 30 },
    us_bank_account: { percent: "0.8", fixed: 0, cap: 500 },
    conversion: { percent: "2", fixed: 0 },
    dispute: { percent: "0", fixed: 2000 },
    debit_dispute: { percent: "0", fixed: 700 },
    compliance_dispute: { percent: "0", fixed: 37500 },
  },
};

const swiss: FeeTable = {
  currency: "chf",
  domestic: countries("CH LI"),
  nearby: economicArea,
  rates: {
    card_domestic: { percent: "2.9", fixed: 30 },
    card_nearby: { percent: "2.9", fixed: 30 },
    card_international: { percent: "3.25", fixed: 30 },
    customer_balance: { percent: "0.5", fixed: 0, cap: 500 },
    sepa_debit: { percent: "0", fixed: 35 },
    us_bank_account: { percent: "0.8", fixed: 0, cap: 500 },
    conversion: { percent: "2", fixed: 0 },
    dispute: { percent: "0", fixed: 2000 },
    debit_dispute: { percent: "0", fixed: 750 },
    compliance_dispute: { percent: "0", fixed: 40500 },
  },
};

const american: FeeTable = {
  currency: "usd",
  domestic: countries("US PR"),
  nearby: countries("US"),
  rates: {
    card_domestic: { percent: "2.9", fixed: 30 },
    card_nearby: { percent: "2.9", fixed: 30 },
    card_international: { percent: "4.4", fixed: 30 },
    customer_balance: { percent: "0.5", fixed: 0, cap: 500 },
    sepa_debit: { percent: "0.8", fixed: 30, cap: 600 },
    us_bank_account: { percent: "0.8", fixed: 0, cap: 500 },
    conversion: { percent: "1", fixed: 0 },
    dispute: { percent: "0", fixed: 1500 },
    debit_dispute: { percent: "0", fixed: 1500 },
    compliance_dispute: { percent: "0", fixed: 50000 },
  },
};

const japanese: FeeTable = {
  currency: "jpy",
  domestic: countries("JP"),
  nearby: countries("JP"),
  rates: {
    card_domestic: { percent: "3.6", fixed: 0 },
    card_nearby: { percent: "3.6", fixed: 0 },
    card_international: { percent: "3.6", fixed: 0 },
    customer_balance: { percent: "1.5", fixed: 0 },
    sepa_debit: { percent: "0", fixed: 60 },
    us_bank_account: { percent: "0.8", fixed: 0, cap: 800 },
    conversion: { percent: "2", fixed: 0 },
    dispute: { percent: "0", fixed: 1300 },
    debit_dispute: { percent: "0", fixed: 1300 },
    compliance_dispute: { percent: "0", fixed: 73500 },
  },
};

/** The documented table of an account of this country (docs/simulator.md shows them all). */
export function documentedFees(country: string): FeeTable {
  if (economicArea.has(country)) return european;
  return byCountry[country] ?? elsewhere(country);
}

const byCountry: Record<string, FeeTable> = {
  GB: british,
  GI: british,
  CH: swiss,
  US: american,
  PR: american,
  JP: japanese,
};

/** Any other account pays American shares, on its own country's cards and on others. */
function elsewhere(country: string): FeeTable {
  return { ...american, domestic: countries(country), nearby: countries(country) };
}
