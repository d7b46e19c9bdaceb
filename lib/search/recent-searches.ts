import { z } from "zod";
import { globalTransaction, transaction } from "#db/transaction";
import type { Tx, Viewer } from "#lib/auth/viewer";
import {
  changeEverywhere,
  changeForAll,
  clearPreference,
  type Preference,
  readPreference,
  setPreference,
} from "#lib/people/preferences";
import { holdsSecret } from "#lib/request-log/mask";
import { wordsOf } from "./index/normalise.ts";
import { type Clause, readQuery } from "./query/read-query.ts";

const searches: Preference<string[]> = {
  name: "searches",
  schema: z.array(z.string()),
  fallback: [],
};

/** So many are kept, none longer than this. */
const most = 8;
const longest = 200;

/** So many digits of a phone number are the same however it begins, at home and abroad. */
const phoneEnd = 8;

/** What a person searched for lately in this account, the latest first. */
export async function recentSearches(viewer: Viewer): Promise<string[]> {
  const kept = await readPreference(viewer, searches);
  return kept.filter((text) => mayBeKept(viewer, text));
}

/** Notes what a person searched for, unless it asks nothing, is a secret, or tells of somebody they may not know. */
export async function noteSearch(viewer: Viewer, text: string): Promise<void> {
  const asked = text.trim().replaceAll(/\s+/g, " ");
  if (asked.length > longest || !mayBeKept(viewer, asked)) return;
  await transaction(viewer, async () => {
    const kept = await readPreference(viewer, searches);
    if (kept[0] === asked) return;
    await setPreference(viewer, searches, [asked, ...others(kept, asked)].slice(0, most));
  });
}

/** Forgets one of a person's searches, or all of them. */
export function forgetSearches(viewer: Viewer, one?: string): Promise<void> {
  if (one === undefined) return clearPreference(viewer, searches);
  return transaction(viewer, async () => {
    await setPreference(viewer, searches, others(await readPreference(viewer, searches), one));
  });
}

/** Forgets, of everybody in the account, the searches for somebody by any of what is known of them. */
export function forgetSearchesFor(tx: Tx, known: readonly string[]): Promise<void> {
  return changeForAll(
    tx,
    searches,
    without((text) => known.some((fact) => tellsOf(text, fact))),
  );
}

/** Forgets, everywhere, what an earlier version kept and is taken for a secret now. For an operator's command. */
export function forgetSecretSearches(): Promise<void> {
  return globalTransaction((db) => changeEverywhere(db, searches, without(holdsSecret)));
}

function without(gone: (text: string) => boolean): (kept: string[]) => string[] | null {
  return (kept) => {
    const left = kept.filter((text) => !gone(text));
    return left.length < kept.length ? left : null;
  };
}

/** Whether a search holds a name, an email or a number, a part of it, or how one begins. */
function tellsOf(text: string, fact: string): boolean {
  const number = digitsOf(fact);
  if (number.length >= phoneEnd && digitsOf(text).includes(number.slice(-phoneEnd))) return true;
  const own = wordsOf(fact.replace(/@.*/, ""));
  const asked = wordsOf(text);
  if (own.length > 0 && own.every((word) => asked.includes(word))) return true;
  return asked.some((word) => word.length > 2 && own.some((each) => each.startsWith(word)));
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, "");
}

function others(kept: readonly string[], text: string): string[] {
  return kept.filter((each) => each.toLowerCase() !== text.toLowerCase());
}

/** Asked again when it is shown: a role may have become discreet since. */
function mayBeKept(viewer: Viewer, text: string): boolean {
  const { locale, timeZone } = viewer;
  const { clauses } = readQuery(text, { locale, timeZone, now: viewer.now() });
  if (clauses.length === 0 || holdsSecret(text)) return false;
  return !viewer.conceal || isId(text) || clauses.every(tellsOfNobody);
}

const personal: ReadonlySet<string> = new Set(["exp", "last4", "postal", "receipt"]);

/** Words of any kind may be somebody's name, and so may what stands in metadata. */
function tellsOfNobody(clause: Clause): boolean {
  if (clause.kind === "fact") return !personal.has(clause.name);
  return clause.kind === "amount" || clause.kind === "date";
}

function isId(text: string): boolean {
  return /^[a-z]+_[0-9A-Za-z]{8,100}$/.test(text);
}
