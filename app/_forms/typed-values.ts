/** What was sent: every value by name, in order. Files, React's own fields and the one-time key are left out. */
export function valuesOf(data: FormData): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const [name, value] of data) {
    if (name.startsWith("$ACTION") || name === "one_time_key" || typeof value !== "string") continue;
    (values[name] ??= []).push(value);
  }
  return values;
}

/** What may be given back to the browser: neither a password nor what would let somebody pay with a card. */
export function withoutSecrets(values: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => !/password|^card(_|number|cvc)/i.test(name)),
  );
}
