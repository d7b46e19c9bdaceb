/** Letters that are no others with an accent, as people write them who have no such keys. */
const written: Readonly<Record<string, string>> = {
  œ: "oe",
  æ: "ae",
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ı: "i",
  ς: "σ",
};
const writtenOtherwise = new RegExp(`[${Object.keys(written).join("")}]`, "gu");

/** Text as it is compared: small letters, without accents, as the words of the index. */
export function normalise(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(writtenOtherwise, (letter) => written[letter] ?? letter)
    .normalize("NFKC");
}

const unspaced = String.raw`[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}]`;
const word = new RegExp(String.raw`(?=${unspaced})[\p{L}\p{N}]|(?:(?!${unspaced})[\p{L}\p{N}])+`, "gu");

/** The words of a text, in order: runs of letters and digits; where words have no spaces between them, each sign. */
export function wordsOf(text: string): string[] {
  return normalise(text).match(word) ?? [];
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
