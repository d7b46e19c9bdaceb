import type { Mentionable } from "#lib/notes/mentions";

/** What to put behind the @ for each colleague: their name, or the email address where two share the name. */
export function namesToOffer(colleagues: readonly Mentionable[]): string[] {
  const shared = (name: string) => colleagues.filter((other) => other.name === name).length > 1;
  return colleagues.map(({ name, email }) => (shared(name) ? email : name));
}
