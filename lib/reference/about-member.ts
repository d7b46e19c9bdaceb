import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { catalogues } from "#lib/messages/catalogues";
import { configurableTypes } from "#lib/method-configurations/types";
import type { Member } from "./resource-reference.ts";

const words = catalogues.en.reference;

/** What a parameter or a field means: with its kind of object, or where its name means the same with every kind. */
export function aboutMember(
  locale: Locale,
  { name, role, of }: Pick<Member, "name" | "role" | "of">,
): string | undefined {
  const t = translator(locale, "reference");
  if (role === "field") return isIn(words.field, name) ? t(`field.${name}`) : undefined;
  const inItsKind = `${of} ${name}`;
  if (isIn(words.about, inItsKind)) return t(`about.${inItsKind}`);
  if (of === "payment_method_configuration" && configurableTypes.includes(name))
    return t("aboutMethod", { method: name });
  return isIn(words.about, name) ? t(`about.${name}`) : undefined;
}

function isIn<Words extends object>(known: Words, name: string): name is Extract<keyof Words, string> {
  return Object.hasOwn(known, name);
}
