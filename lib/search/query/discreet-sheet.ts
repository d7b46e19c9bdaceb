import { maskEmailsIn, maskFreeText } from "#lib/discretion/masks";
import { said, type Sheet } from "../documents/sheet.ts";
import { wordsOf } from "../index/normalise.ts";
import type { Query } from "./read-query.ts";

/**
 * What somebody is found by who is to be discreet: of what says who a person is, what the query has whole, so that
 * nobody learns it a letter at a time; of all else, what they can read.
 */
export function discreetSheet(sheet: Sheet, query: Query): Sheet {
  // What is ruled out was not asked for: it would let whole dictionaries be guessed at once.
  const typed = new Set(query.clauses.flatMap((c) => (!c.negated && "words" in c ? c.words : [])));
  const isTyped = (text: string) => wordsOf(text).every((word) => typed.has(word));
  const seen = (name: string, texts: string[]) =>
    sheet.personal?.includes(name) ? texts.filter(isTyped) : texts.map(maskFreeText);
  return {
    ...sheet,
    texts: Object.fromEntries(
      Object.entries(sheet.texts).map(([name, values]) => [name, seen(name, said(values))]),
    ),
    metadata: Object.fromEntries(
      Object.entries(sheet.metadata).map(([key, value]) => [key, maskEmailsIn(value)]),
    ),
  };
}
