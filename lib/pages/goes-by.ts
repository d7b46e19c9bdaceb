import { normalise, wordsOf } from "#lib/search/index/normalise";

/** Whether something goes by every word that was typed, with accents or without, and whatever stands between them. */
export function goesBy(name: string, typed: string): boolean {
  const said = normalise(name);
  return wordsOf(typed).every((word) => said.includes(word));
}
