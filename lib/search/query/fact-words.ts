import { disputeStatuses } from "#lib/disputes/list/dispute-list";
import type { Locale } from "#lib/i18n/locale";
import { isRegion, regionName } from "#lib/i18n/regions";
import { translator } from "#lib/i18n/translator";
import { brandName } from "#lib/payment-methods/brands";
import { listedStatuses, methodTypes } from "#lib/payments/list/payment-filters";
import type { FactName } from "./vocabulary.ts";

type Teller = (value: string, locale: Locale) => string | null | undefined;

const tellers: Partial<Record<FactName, Teller>> = {
  brand: brandName,
  country: (value, locale) =>
    isRegion(value.toUpperCase()) ? regionName(value.toUpperCase(), locale) : null,
  currency: (value) => value.toUpperCase(),
  has: ownWord,
  is: stateOrOwnWord,
  risk_level: riskLevel,
  status: stateOrOwnWord,
  type: methodType,
  usage: ownWord,
};

/** What a filter's value is called in a language, as pages show it; the value itself where they show no other. */
export function wordsOfFact(name: FactName, value: string, locale: Locale): string {
  return tellers[name]?.(value, locale) ?? value;
}

function stateOrOwnWord(value: string, locale: Locale): string | undefined {
  const ofPayment = listedStatuses.find((status) => status === value);
  if (ofPayment) return translator(locale, "transactions")(`status.${ofPayment}`);
  const ofDispute = disputeStatuses.find((status) => status === value);
  if (ofDispute) return translator(locale, "disputes")(`status.${ofDispute}`);
  const ofPayout = payoutStatuses.find((status) => status === value);
  if (ofPayout) return translator(locale, "balances")(`payoutStatus.${ofPayout}`);
  return ownWord(value, locale);
}

const payoutStatuses = ["pending", "in_transit", "paid"] as const;

function riskLevel(value: string, locale: Locale): string | undefined {
  const level = (["normal", "elevated", "highest", "not_assessed"] as const).find((each) => each === value);
  return level && translator(locale, "payment")(`method.riskLevel.${level}`);
}

function methodType(value: string, locale: Locale): string | undefined {
  const type = methodTypes.find((each) => each === value);
  return type ? translator(locale, "methods")(`type.${type}`) : ownWord(value, locale);
}

/** What stands on no page in one word. */
const own = [
  "active",
  "archived",
  "automatic",
  "balance",
  "chargeback",
  "compliance",
  "customer",
  "debit",
  "delinquent",
  "description",
  "disabled",
  "dispute",
  "email",
  "enabled",
  "evidence",
  "forever",
  "instant",
  "manual",
  "metadata",
  "note",
  "once",
  "one_time",
  "payment_method",
  "receipt",
  "recurring",
  "refund",
  "repeating",
  "reusable",
  "reversal",
  "shipping",
  "single_use",
] as const;

function ownWord(value: string, locale: Locale): string | undefined {
  const word = own.find((each) => each === value);
  return word && translator(locale, "search")(`explain.value.${word}`);
}
