import { formatDate, formatDateTime, formatMoney, formatNumber } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { catalogues } from "#lib/messages/catalogues";
import { isCurrency } from "#lib/money";

/** A line of a mail to the team, said in the language of who reads it. */
export type Fact =
  | { fact: "amount"; amount: number; currency: string }
  /** Milliseconds: a deadline is the account's, on whatever clocks its reader lives. */
  | { fact: "due"; at: number }
  /** Milliseconds in a day of the account's time zone. */
  | { fact: "day"; at: number }
  | { fact: "payments" | "disputes"; count: number }
  /** In the API's words. */
  | { fact: "disputeReason" | "payoutFailure" | "answer"; code: string }
  | { fact: "about" | "note" | "endpoint"; text: string };

/** What a fact is called, and what it is. */
export function lineOf(fact: Fact, told: Telling) {
  return { label: translator(told.language, "notices")(`fact.${fact.fact}`), value: valueOf(fact, told) };
}

/** In which language, and on which clocks: the account's. */
interface Telling {
  language: Locale;
  timeZone: string;
}

function valueOf(fact: Fact, { language, timeZone }: Telling): string {
  if ("amount" in fact) {
    const { amount, currency } = fact;
    return isCurrency(currency) ? formatMoney(amount, currency, language) : `${amount} ${currency}`;
  }
  if ("count" in fact) return formatNumber(fact.count, language);
  if (fact.fact === "day") return formatDate(fact.at, { locale: language, timeZone });
  if ("at" in fact) return `${formatDateTime(fact.at, { locale: language, timeZone })} (${timeZone})`;
  if ("text" in fact) return fact.text;
  return inWords(fact, language);
}

function inWords({ fact, code }: Extract<Fact, { code: string }>, language: Locale): string {
  const { disputes, balances, webhooks } = catalogues[language];
  const words: Record<string, string> = {
    disputeReason: disputes.reason,
    payoutFailure: balances.failure,
    answer: webhooks.errors,
  }[fact];
  return words[code] ?? code;
}
