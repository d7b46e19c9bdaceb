import type { VaultedInstrument } from "#db/schema/customers";
import { processor } from "#lib/processors/index";
import type { Market } from "./business.ts";
import type { Random, Weighted } from "./random.ts";

type Kind =
  | "visa"
  | "visa_debit"
  | "mastercard"
  | "mastercard_debit"
  | "amex"
  | "discover"
  | "jcb"
  | "cb_visa"
  | "cb_mastercard"
  | "debit";

/** The well-known test instrument that each made-up one behaves like. */
const models: Record<Exclude<Kind, "debit">, string> = {
  visa: "pm_card_visa",
  visa_debit: "pm_card_visa_debit",
  mastercard: "pm_card_mastercard",
  mastercard_debit: "pm_card_mastercard_debit",
  amex: "pm_card_amex",
  discover: "pm_card_discover",
  jcb: "pm_card_jcb",
  cb_visa: "pm_card_visa_cartesBancaires",
  cb_mastercard: "pm_card_mastercard_cartesBancaires",
};

// prettier-ignore
const french: Weighted<Kind> = [
  ["cb_visa", 34], ["cb_mastercard", 26], ["visa_debit", 8], ["mastercard_debit", 7], ["visa", 7], ["amex", 4], ["debit", 9],
];
// prettier-ignore
const european: Weighted<Kind> = [
  ["visa", 22], ["visa_debit", 20], ["mastercard", 22], ["mastercard_debit", 16], ["amex", 5], ["debit", 11],
];
// prettier-ignore
const elsewhere: Weighted<Kind> = [["visa", 32], ["visa_debit", 26], ["mastercard", 24], ["mastercard_debit", 10], ["amex", 8]];

// prettier-ignore
const kinds: Record<string, Weighted<Kind>> = {
  FR: french,
  US: [["visa", 33], ["mastercard", 22], ["visa_debit", 17], ["amex", 14], ["discover", 7], ["debit", 5]],
  JP: [["visa", 45], ["jcb", 30], ["mastercard", 20], ["amex", 5]],
};

/** Somebody's card or bank account, as it would be kept: it has no number, only last digits of its own. */
export function inventInstrument(market: Market, at: number, random: Random): VaultedInstrument {
  const local = market.currency === "eur" ? european : elsewhere;
  const kind = random.weighted(kinds[market.country] ?? local);
  const own = { fingerprint: random.text(16), last4: String(random.int(10000)).padStart(4, "0") };
  const model = modelOf(kind, market);
  if (model.type !== "card") return { ...model, ...own };
  const year = new Date(at).getUTCFullYear();
  const card = {
    ...model.card,
    country: market.country,
    expMonth: 1 + random.int(12),
    expYear: year + 1 + random.int(5),
  };
  return { ...model, ...own, card };
}

function modelOf(kind: Kind, { country, currency }: Market): VaultedInstrument {
  if (kind !== "debit") return wellKnown(models[kind]);
  if (currency === "usd") return wellKnown("pm_usBankAccount_success");
  return wellKnown(`pm_sepaDebit_success_${country === "IT" ? "fr" : country.toLowerCase()}`);
}

const known = new Map<string, VaultedInstrument>();

function wellKnown(id: string): VaultedInstrument {
  const instrument = known.get(id) ?? processor().wellKnown(id);
  if (!instrument) throw new Error(`The processor knows no instrument ${id}`);
  known.set(id, instrument);
  return instrument;
}
