import { maskSecrets } from "#lib/request-log/mask";

const longestExcerpt = 1000;

/** What may be stored of an answer: without secrets, keys, card numbers and characters that print nothing. */
export function presentable(text: string, secrets: readonly string[]): string {
  const blanked = secrets.reduce((rest, secret) => rest.replaceAll(secret, "[redacted]"), text);
  const printable = blanked.replace(/[^\P{C}\n\t]/gu, "\u{FFFD}");
  return maskSecrets(printable).slice(0, longestExcerpt);
}
