import type { z } from "zod";
import type { ErrorFacts } from "#lib/errors";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { catalogues, type Messages } from "#lib/messages/catalogues";
import type { FormError } from "../_ui/form";

type Code = keyof Messages["errors"]["code"];

/** What is wrong with what was typed, by field, in the person's language. Messages of schemas are codes. */
export function fieldErrors(error: z.ZodError, locale: Locale): FormError[] {
  const t = translator(locale, "errors");
  const byField = new Map<string, FormError>();
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? "");
    const message = isCode(issue.message) ? t(`code.${issue.message}`) : t("invalid");
    if (!byField.has(field)) byField.set(field, { field, message });
  }
  return [...byField.values()];
}

/** The sentence of an error of the core: by its code where the catalogue has it, else as the core says it. */
export function sentenceOf(
  { declineCode, code }: Pick<ErrorFacts, "code" | "declineCode">,
  message: string,
  locale: Locale,
): string {
  const t = translator(locale, "errors");
  if (declineCode && isCode(declineCode)) return t(`code.${declineCode}`);
  return code && isCode(code) ? t(`code.${code}`) : message;
}

function isCode(text: string): text is Code {
  return Object.hasOwn(catalogues.en.errors.code, text);
}
