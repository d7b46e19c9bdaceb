import { wordsOf } from "../index/normalise.ts";
import { amountOf, moneyIn, withAmountsTogether } from "./amounts.ts";
import { type Calendar, spanOf, withDaysTogether } from "./days-of.ts";
import { isMonthAlone, withMonthsTogether } from "./month-words.ts";
import { type Token, tokensOf } from "./tokens.ts";
import { closedValues, type FactName, filterNames, type FilterName, valueOf } from "./vocabulary.ts";

/** One part of a query, understood. */
export type Clause = { source: string; negated: boolean } & (
  | { kind: "words"; words: string[]; last: "begun" | "whole"; amount: number | null }
  | { kind: "fact"; name: FactName; value: string }
  | { kind: "text"; name: "name" | "email"; words: string[] }
  | { kind: "metadata"; key: string | null; value: string; words: string[] }
  | { kind: "amount"; range: Range }
  | { kind: "date"; range: Range }
);

/** From the first, before or up to the last; null is open. */
export interface Range {
  from: number | null;
  to: number | null;
  /** Whether the ends belong to it. */
  ends: { from: "in" | "out"; to: "in" | "out" };
}

/** A part that does not count, and why. */
export interface Misunderstood {
  source: string;
  reason: "value" | "amount" | "date" | "month" | "empty" | "wordless" | "beyond";
  /** The filter, where it is about one. */
  name?: FilterName;
}

export interface Query {
  clauses: Clause[];
  problems: Misunderstood[];
}

const mostClauses = 20;
const mostLetters = 500;

/** Reads what a person typed into the search field. Whatever cannot be understood is left out, and named. */
export function readQuery(text: string, calendar: Calendar): Query {
  const query: Query = { clauses: [], problems: [] };
  const tokens = tokensOf(keepTogether(straight(text.slice(0, mostLetters)), calendar));
  for (const token of tokens.slice(0, mostClauses)) {
    const read = token.name === null ? plain(token, calendar) : named(token, token.name, calendar);
    if ("reason" in read) query.problems.push(read);
    else query.clauses.push(read);
  }
  const beyond = [...tokens.slice(mostClauses).map(({ source }) => source), text.slice(mostLetters)];
  const source = beyond.join(" ").trim();
  if (source !== "") query.problems.push({ source, reason: "beyond" });
  return query;
}

/** Phones type quotation marks of their own, and so do the French. What no database keeps stands nowhere. */
function straight(text: string): string {
  return text.replaceAll(/[“”„‟«»]/gu, '"').replaceAll("\0", " ");
}

/** "last week" and "25 nov" are one date each: between their words stands what is no space. Quoted, they are words. */
function keepTogether(text: string, calendar: Calendar): string {
  const parts = text.split(/("(?:[^"\\]|\\.)*"?)/su);
  return parts.map((part) => (part.startsWith('"') ? part : together(part, calendar))).join("");
}

function together(text: string, calendar: Calendar): string {
  const kept = withDaysTogether(withAmountsTogether(text, calendar.locale));
  return withMonthsTogether(kept, (words) => spanOf(words, calendar) !== null);
}

function plain(token: Token, calendar: Calendar): Clause | Misunderstood {
  const { source, negated, value, quoted } = token;
  const span = quoted || /^\d{4}$/.test(value) ? null : spanOf(value, calendar);
  if (span) return { source, negated, kind: "date", range: { ...ends, from: span.from, to: span.until } };
  const words = wordsOf(value);
  if (words.length === 0) return { source, reason: "wordless" };
  return {
    source,
    negated,
    kind: "words",
    words,
    last: quoted ? "whole" : "begun",
    amount: quoted ? null : moneyIn(value, calendar.locale),
  };
}

function named(token: Token, typed: string, calendar: Calendar): Clause | Misunderstood {
  const { source, negated, value } = token;
  const key = typed.toLowerCase();
  const name = Object.hasOwn(filterNames, key) ? filterNames[key] : undefined;
  if (value === "") return { source, reason: "empty", ...(name && { name }) };
  if (name === undefined)
    return { source, negated, kind: "metadata", key: typed, value, words: wordsOf(value) };
  if (name === "amount") return ranged(token, name, (text) => amountSpan(text, calendar));
  if (name === "date") return ranged(token, name, (text) => daySpan(text, calendar));
  if (name === "metadata") return metadata(token);
  if (name === "name" || name === "email") {
    const words = wordsOf(value);
    return words.length === 0
      ? { source, reason: "value", name }
      : { source, negated, kind: "text", name, words };
  }
  const wanted = valueOf(name, value);
  const isKnown = (of: FactName) => closedValues[of]?.includes(wanted) ?? true;
  if (isKnown(name)) return { source, negated, kind: "fact", name, value: wanted };
  // Whatever stands somewhere is so.
  if (name === "is" && isKnown("status"))
    return { source, negated, kind: "fact", name: "status", value: wanted };
  return { source, reason: "value", name };
}

function metadata({ source, negated, value }: Token): Clause | Misunderstood {
  const [, key, rest] = /^([^=]{1,40})=(.*)$/s.exec(value) ?? [];
  const text = rest ?? value;
  if (text === "") return { source, reason: "empty", name: "metadata" };
  return { source, negated, kind: "metadata", key: key ?? null, value: text, words: wordsOf(text) };
}

const ends = { ends: { from: "in", to: "out" } } as const;

interface Read {
  from: number;
  to: number;
}

/** `100`, `>100`, `100..200` in either order, `..200`; `read` says where one value begins and ends. */
function ranged(
  token: Token,
  name: "amount" | "date",
  read: (text: string) => Read | null,
): Clause | Misunderstood {
  const { source, negated, comparison, value } = token;
  const kind = name;
  const inside = name === "date" ? ("out" as const) : ("in" as const);
  const isMonth = name === "date" && value.split("..").some(isMonthAlone);
  const refused = { source, reason: isMonth ? ("month" as const) : name, name };
  const [, first, second] = /^(.*?)\.\.(.*)$/.exec(value) ?? [];
  if (first !== undefined && second !== undefined) {
    const from = first === "" ? null : read(first);
    const to = second === "" ? null : read(second);
    if ((first !== "" && !from) || (second !== "" && !to) || (!from && !to)) return refused;
    const [begin, end] = from && to && from.from >= to.to ? [to, from] : [from, to];
    const range: Range = { from: begin?.from ?? null, to: end?.to ?? null, ends: { from: "in", to: inside } };
    return { source, negated, kind, range };
  }
  const one = read(value);
  if (!one) return refused;
  return {
    source,
    negated,
    kind,
    range:
      comparison === null ? { ...one, ends: { from: "in", to: inside } } : compared(comparison, one, name),
  };
}

/** A day ends where the next one begins: after it is from there on. An amount is one point. */
function compared(comparison: NonNullable<Token["comparison"]>, one: Read, name: "amount" | "date"): Range {
  const open = { from: null, to: null };
  const isDay = name === "date";
  if (comparison === ">")
    return { ...open, from: isDay ? one.to : one.from, ends: { from: isDay ? "in" : "out", to: "in" } };
  if (comparison === ">=") return { ...open, from: one.from, ends: { from: "in", to: "in" } };
  if (comparison === "<") return { ...open, to: one.from, ends: { from: "in", to: "out" } };
  return { ...open, to: one.to, ends: { from: "in", to: isDay ? "out" : "in" } };
}

function amountSpan(text: string, { locale }: Calendar): Read | null {
  const amount = amountOf(text, locale);
  return amount === null ? null : { from: amount, to: amount };
}

function daySpan(text: string, calendar: Calendar): Read | null {
  const span = spanOf(text, calendar);
  return span && { from: span.from, to: span.until };
}
