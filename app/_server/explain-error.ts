import { z } from "zod";
import type { ErrorFacts } from "#lib/errors";
import { formatList } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { catalogues, type Messages } from "#lib/messages/catalogues";
import type { FormError } from "../_ui/form";

type Code = keyof Messages["errors"]["code"];

/** What a sentence enumerates, by the names that it has there. */
export const enumerated = z.record(z.string(), z.array(z.string()));

type Enumerated = z.infer<typeof enumerated>;

/** What is wrong with what was typed, by field, in the person's language. Messages of schemas are codes. */
export function fieldErrors(error: z.ZodError, locale: Locale): FormError[] {
  const t = translator(locale, "errors");
  const byField = new Map<string, FormError>();
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? "");
    const message = isCode(issue.message)
      ? t(`code.${issue.message}`, inWords(listsOf(issue), locale))
      : t("invalid");
    if (!byField.has(field)) byField.set(field, { field, message });
  }
  return [...byField.values()];
}

/** The sentence of an error of the core: by its code where the catalogue has it, else as the core says it. */
export function sentenceOf(
  { declineCode, code, lists = {} }: Pick<ErrorFacts, "code" | "declineCode" | "lists">,
  message: string,
  locale: Locale,
): string {
  const t = translator(locale, "errors");
  if (declineCode && isCode(declineCode)) return t(`code.${declineCode}`);
  return code && isCode(code) ? t(`code.${code}`, inWords(lists, locale)) : message;
}

function listsOf(issue: z.core.$ZodIssue): Enumerated {
  return (issue.code === "custom" && enumerated.safeParse(issue.params?.lists).data) || {};
}

function inWords(lists: Enumerated, locale: Locale): Record<string, string> {
  return Object.fromEntries(Object.entries(lists).map(([name, items]) => [name, formatList(items, locale)]));
}

function isCode(text: string): text is Code {
  return Object.hasOwn(catalogues.en.errors.code, text);
}
