import { said, type Sheet } from "../documents/sheet.ts";
import { wordsOf } from "../index/normalise.ts";
import type { Query } from "./read-query.ts";

/**
 * What somebody is found by who is to be discreet, of a sheet whose other texts are as they read them: of what says who
 * a person is, what the query has whole, so that nobody learns it a letter at a time.
 */
export function discreetSheet(sheet: Sheet, query: Query): Sheet {
  // What is ruled out was not asked for: it would let whole dictionaries be guessed at once.
  const typed = new Set(query.clauses.flatMap((c) => (!c.negated && "words" in c ? c.words : [])));
  const isTyped = (text: string) => wordsOf(text).every((word) => typed.has(word));
  const personal = (sheet.personal ?? []).map((name) => [name, said(sheet.texts[name]).filter(isTyped)]);
  return { ...sheet, texts: { ...sheet.texts, ...Object.fromEntries(personal) } };
}
