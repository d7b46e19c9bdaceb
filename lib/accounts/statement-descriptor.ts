/** Why a text cannot stand on a card statement. */
export type DescriptorProblem = "too_short" | "too_long" | "not_latin" | "no_letter" | "forbidden_character";

/**
 * Checks what cardholders read on their statement: 5 to 22 Latin characters, at least one letter, none of
 * < > \ ' " *. Rules of https://docs.stripe.com/get-started/account/statement-descriptors.
 */
export function descriptorProblem(text: string): DescriptorProblem | null {
  if (text.length < 5) return "too_short";
  if (text.length > 22) return "too_long";
  return characterProblem(text);
}

/** The same for the prefix that a payment's own suffix follows: 2 to 10 characters. */
export function descriptorPrefixProblem(text: string): DescriptorProblem | null {
  if (text.length < 2) return "too_short";
  if (text.length > 10) return "too_long";
  return characterProblem(text);
}

/** The same for the suffix of a payment's own: 1 to 22 characters. */
export function descriptorSuffixProblem(text: string): DescriptorProblem | null {
  return text.length > 22 ? "too_long" : characterProblem(text);
}

/** A valid descriptor made from the name of a business, whatever its alphabet. */
export function descriptorFrom(name: string): string {
  const latin = name
    .normalize("NFKD")
    .replaceAll(/[^ -~]|[<>\\'"*]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim()
    .toUpperCase();
  if (!/[A-Z]/.test(latin)) return "ONLINE PAYMENT";
  const text = latin.slice(0, 22).trim();
  return text.length < 5 ? `${text} PAYMENT` : text;
}

function characterProblem(text: string): DescriptorProblem | null {
  if (/[<>\\'"*]/.test(text)) return "forbidden_character";
  if (/[^ -~]/.test(text)) return "not_latin";
  return /[A-Za-z]/.test(text) ? null : "no_letter";
}
