import { hash } from "node:crypto";
import { majorAmount } from "./major-amount.ts";
import { apiFields, optionalFields } from "../api/fields.ts";
import { isMilestone } from "../index/milestones.ts";
import {
  baseTerm,
  factTerm,
  milestoneTerm,
  type Place,
  presenceTerm,
  sizeTerm,
  triples,
  wordTerms,
} from "../index/terms.ts";
import { said, type Sheet } from "./sheet.ts";
import type { SearchedKind } from "#db/schema/search";

/** Every term of an object, each once. */
export function termsOf(sheet: Sheet, kind: SearchedKind, place: Place): string[] {
  const terms = new Set([baseTerm(place)]);
  if (isMilestone(sheet.id)) terms.add(milestoneTerm(place));
  const add = (more: Iterable<string>) => {
    for (const term of more) terms.add(term);
  };
  for (const [name, values] of Object.entries(sheet.facts)) {
    for (const value of said(values)) terms.add(factTerm(place, name, value));
  }
  for (const values of Object.values(sheet.texts))
    for (const text of said(values)) add(wordTerms(place, "texts", text));
  for (const [key, value] of Object.entries(sheet.metadata)) {
    add([presenceTerm(place, metadataField(key)), factTerm(place, metadataField(key), value)]);
    if (kind !== "charge") add(wordTerms(place, "metadata", value));
  }
  for (const money of sheet.money) {
    const major = majorAmount(money);
    add([factTerm(place, "major", major), sizeTerm(place, "major", Number(major))]);
  }
  add(apiTerms(sheet, kind, place));
  return [...terms];
}

/** What tells one set of terms from another. */
export function digestOf(terms: readonly string[]): string {
  return hash("sha1", terms.join(" "), "base64").slice(0, 12);
}

/** A metadata key as the name of a fact. Keys are told apart by case, as the API does. */
export function metadataField(key: string): string {
  return `metadata.${key}`;
}

function apiTerms({ api = {} }: Sheet, kind: SearchedKind, place: Place): string[] {
  return Object.entries(apiFields[kind] ?? {}).flatMap(([name, type]) => {
    const value = api[name];
    if (value === null || value === undefined || name === "created") return [];
    const own = [factTerm(place, name, String(value))];
    if (optionalFields.has(name)) own.push(presenceTerm(place, name));
    if (name === "amount") own.push(sizeTerm(place, name, Number(value)));
    if (type === "string") own.push(...triples(place, name, String(value)));
    return own;
  });
}
