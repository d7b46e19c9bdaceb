import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { catalogues } from "#lib/messages/catalogues";
import type { Member } from "./resource-reference.ts";

const words = catalogues.en.reference;

/** What a parameter or a field means, where its name means the same with every kind of object. */
export function aboutMember(
  locale: Locale,
  { name, role }: Pick<Member, "name" | "role">,
): string | undefined {
  const t = translator(locale, "reference");
  if (role === "parameter") return isIn(words.about, name) ? t(`about.${name}`) : undefined;
  return isIn(words.field, name) ? t(`field.${name}`) : undefined;
}

function isIn<Words extends object>(known: Words, name: string): name is Extract<keyof Words, string> {
  return Object.hasOwn(known, name);
}
