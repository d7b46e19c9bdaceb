import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { catalogues, type Messages } from "#lib/messages/catalogues";

type Failure = keyof Messages["transactions"]["failure"];

/** Why a payment failed, in the few words a row has room for. `code`: the bank's decline code, or the error's. */
export function failureWords(code: string, locale: Locale): string {
  return translator(locale, "transactions")(`failure.${isKnown(code) ? code : "other"}`);
}

function isKnown(code: string): code is Failure {
  return Object.hasOwn(catalogues.en.transactions.failure, code);
}
