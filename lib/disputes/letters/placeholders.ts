/** What a template can name in braces, such as {amount}. */
export const placeholders = [
  "business",
  "customer",
  "amount",
  "date",
  "product",
  "card",
  "statement",
  "shipped",
  "carrier",
  "tracking",
  "service_date",
  "earlier_payments",
  "dispute",
] as const;

export type Placeholder = (typeof placeholders)[number];

const named = /\{([^{}\n]*)\}/g;

/** What a text has in braces that no letter can fill in. */
export function unknownPlaceholders(text: string): string[] {
  return namesIn(text).filter((name) => !isPlaceholder(name));
}

/** The facts that a letter still lacks. */
export function unfilledPlaceholders(text: string): Placeholder[] {
  return namesIn(text).filter(isPlaceholder);
}

/** The text with the facts that are known in their places; what is not known stays in braces, to be written by hand. */
export function fillPlaceholders(
  text: string,
  facts: Readonly<Partial<Record<Placeholder, string | null>>>,
): string {
  return text.replaceAll(named, (whole, name: string) =>
    isPlaceholder(name) ? (facts[name] ?? whole) : whole,
  );
}

function namesIn(text: string): string[] {
  return [...new Set([...text.matchAll(named)].map(([, name]) => name ?? ""))];
}

function isPlaceholder(name: string): name is Placeholder {
  return placeholders.some((each) => each === name);
}
