import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { catalogues } from "#lib/messages/catalogues";
import { configurableTypes } from "#lib/method-configurations/types";
import { meantAlike } from "./meant-alike.ts";
import type { Member } from "./resource-reference.ts";

type Asked = Pick<Member, "name" | "role" | "of">;

const words = catalogues.en.reference;

/** What a parameter or a field means: with its kind of object, or where its name means the same with every kind. */
export function aboutMember(locale: Locale, member: Asked): string | undefined {
  return member.role === "field"
    ? (aboutField(locale, member) ??
        (meantAlike.has(member.name) ? aboutParameter(locale, member) : undefined))
    : aboutParameter(locale, member);
}

function aboutParameter(locale: Locale, { name, of }: Omit<Asked, "role">): string | undefined {
  const t = translator(locale, "reference");
  const inItsKind = `${of} ${name}`;
  if (isIn(words.about, inItsKind)) return t(`about.${inItsKind}`);
  if (of === "payment_method_configuration" && configurableTypes.includes(name))
    return t("aboutMethod", { method: name });
  return isIn(words.about, name) ? t(`about.${name}`) : undefined;
}

function aboutField(locale: Locale, { name, of }: Omit<Asked, "role">): string | undefined {
  const t = translator(locale, "reference");
  const inItsKind = `${of} ${name}`;
  if (isIn(words.field, inItsKind)) return t(`field.${inItsKind}`);
  if ((of === "payment_method" || of === "source") && configurableTypes.includes(name))
    return t("fieldOfMethod", { method: name });
  if (of === "payment_method_configuration" && configurableTypes.includes(name))
    return t("aboutMethod", { method: name });
  return isIn(words.field, name) ? t(`field.${name}`) : undefined;
}

function isIn<Words extends object>(known: Words, name: string): name is Extract<keyof Words, string> {
  return Object.hasOwn(known, name);
}
