/** Text as it is compared: small letters, without accents, as the words of the index. */
export function normalise(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .normalize("NFKC");
}

/** The words of a text, in order: runs of letters and digits. */
export function wordsOf(text: string): string[] {
  return normalise(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Whether a text says these words in a row, the last of them perhaps only begun: what `email:jen` and a quoted
 * phrase ask. `whole`: the last word must be whole too.
 */
export function says(text: string, words: readonly string[], last: "begun" | "whole"): boolean {
  if (words.length === 0) return false;
  const own = wordsOf(text);
  const end = words.length - 1;
  return own.some((_, start) =>
    words.every((word, at) => {
      const here = own[start + at];
      return at === end && last === "begun" ? here?.startsWith(word) : here === word;
    }),
  );
}
