import { hash } from "node:crypto";
import { type Expression, indexedPrefix } from "#db/search-index";
import { normalise, wordsOf } from "./normalise.ts";

/*
 * What a document is indexed by. Its words stand as they are; all else is a fact: the environment, the kind, and a
 * name with its value, written so that no word can be taken for one. Facts all begin alike, so that indexing the
 * beginnings of words costs them next to nothing.
 */
const fact = "_".repeat(indexedPrefix + 1);
const longestWord = 40;

/** Whose documents, and of which kind: `code` is a letter. */
export interface Place {
  environmentId: number;
  code: string;
}

/** The term that every document of a place has. */
export function baseTerm({ environmentId, code }: Place): string {
  return `${fact}${environmentId.toString(36)}${code}`;
}

/** The term of a value; what is long, or not plain letters and digits, by its hash. */
export function factTerm(place: Place, name: string, value: string): string {
  return `${baseTerm(place)}.${plain(name)}=${plain(value.toLowerCase())}`;
}

/** The term of having a value at all. */
export function presenceTerm(place: Place, name: string): string {
  return `${baseTerm(place)}.${plain(name)}`;
}

/** The term of a number's size: twelve to each power of ten, so that a range is some dozens of terms. */
export function sizeTerm(place: Place, name: string, value: number): string {
  return `${baseTerm(place)}.${plain(name)}~${sizeOf(value)}`;
}

/** The terms of every size from one number to another. */
export function sizeTerms(place: Place, name: string, from: number, to: number): string[] {
  const terms: string[] = [];
  for (let size = sizeOf(from); size <= sizeOf(to); size++) {
    terms.push(`${baseTerm(place)}.${plain(name)}~${size}`);
  }
  return terms;
}

/** The term of one in so many objects, which are spread evenly over all there are. */
export function milestoneTerm(place: Place): string {
  return `${baseTerm(place)}~`;
}

/**
 * Where words stand. Each kind has its own, and its metadata too, so that none is slow to find because another is full
 * of it.
 */
export type Within = "texts" | "metadata";

/** The words of a text as terms. */
export function wordTerms(place: Place, within: Within, text: string): string[] {
  return wordsOf(text).map((word) => mark(place, within) + wordTerm(word));
}

/** Each word of a text, or of the last one its beginning; what the index cannot tell apart is left to the reader. */
export function wordsExpression(
  place: Place,
  within: Within,
  words: readonly string[],
  last: "begun" | "whole",
): Expression[] {
  return words.map((word, at) => {
    const term = mark(place, within) + wordTerm(word);
    const isBegun = at === words.length - 1 && last === "begun";
    return isBegun ? { prefix: term.slice(0, indexedPrefix + 1) } : { term };
  });
}

function mark({ code }: Place, within: Within): string {
  return within === "metadata" ? `${code}=` : code;
}

/** Every three letters in a row of a text, for finding what stands in the middle of words. */
export function triples(place: Place, name: string, text: string): string[] {
  const letters = [...normalise(text)];
  const begin = `${presenceTerm(place, `${name}.3`)}=`;
  const terms = new Set<string>();
  for (let at = 0; at + 3 <= letters.length; at++) {
    const three = letters.slice(at, at + 3).join("");
    terms.add(begin + plain(three.toLowerCase()));
  }
  return [...terms];
}

function sizeOf(value: number): number {
  return value < 1 ? 0 : 1 + Math.floor(Math.log10(Math.min(value, 1e15)) * 12);
}

/** Only what both databases take for part of one word. */
function wordTerm(word: string): string {
  const ascii = word.replace(/[^a-z0-9]/gu, (letter) => `.${letter.codePointAt(0)?.toString(36)}`);
  return ascii.slice(0, longestWord);
}

/** What else there is in a value is written by its number, and what gets too long by its hash. */
function plain(text: string): string {
  if (/^[a-z0-9._]{1,40}$/.test(text)) return text;
  const written = text.replace(/[^a-z0-9._]/gu, (letter) => `~${letter.codePointAt(0)?.toString(36)}~`);
  return written.length <= 40 && text !== "" ? written : `~~${hash("sha1", text, "hex").slice(0, 16)}`;
}
