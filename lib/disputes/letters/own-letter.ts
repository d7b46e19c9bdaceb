import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { catalogues } from "#lib/messages/catalogues";
import { type Placeholder, placeholders } from "./placeholders.ts";

type Claim = keyof (typeof catalogues.en.disputes)["ownLetter"];

/** Claims that are answered in the same words. */
const likeAnother: Record<string, Claim | undefined> = { unrecognized: "fraudulent" };

/** The letter that Comptoir suggests against a claim, with its facts in braces. */
export function ownLetter(reason: string, locale: Locale): string {
  const claim = likeAnother[reason] ?? (isClaim(reason) ? reason : "general");
  const braced = Object.fromEntries(placeholders.map((name) => [name, `{${name}}`]));
  return translator(locale, "disputes")(`ownLetter.${claim}`, braced as Record<Placeholder, string>);
}

function isClaim(reason: string): reason is Claim {
  return Object.hasOwn(catalogues.en.disputes.ownLetter, reason);
}
