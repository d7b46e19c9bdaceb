import { addDays, type Day, dayAt, firstOfMonth, isDay, startOfDay } from "#lib/calendar";
import type { Locale } from "#lib/i18n/locale";
import { normalise } from "../index/normalise.ts";
import { accented, monthWordsOf } from "./month-words.ts";

/** Whose calendar: what "yesterday" is, and whether the day or the month comes first. */
export interface Calendar {
  locale: Locale;
  timeZone: string;
  now: number;
}

/** Days from the first up to the one after the last. */
interface Span {
  from: Day;
  until: Day;
}

type Words = (today: Day) => Span;

const day =
  (offset: number): Words =>
  (today) => ({ from: addDays(today, offset), until: addDays(today, offset + 1) });
const month =
  (offset: number): Words =>
  (today) => ({
    from: firstOfMonth(today, offset),
    until: firstOfMonth(today, offset + 1),
  });
const year =
  (offset: number): Words =>
  (today) =>
    yearOf(Number(today.slice(0, 4)) + offset);
const week =
  (offset: number): Words =>
  (today) => {
    const monday = addDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7) + 7 * offset);
    return { from: monday, until: addDays(monday, 7) };
  };

/** In both languages, without accents: a shared search is understood by either reader. */
const words: Record<string, Words> = {
  today: day(0),
  "aujourd'hui": day(0),
  yesterday: day(-1),
  hier: day(-1),
  "this week": week(0),
  "cette semaine": week(0),
  "last week": week(-1),
  "la semaine derniere": week(-1),
  "semaine derniere": week(-1),
  "this month": month(0),
  "ce mois": month(0),
  "ce mois ci": month(0),
  "last month": month(-1),
  "le mois dernier": month(-1),
  "mois dernier": month(-1),
  "this year": year(0),
  "cette annee": year(0),
  "last year": year(-1),
  "l'annee derniere": year(-1),
  "annee derniere": year(-1),
  "l'an dernier": year(-1),
  "an dernier": year(-1),
};

const ofSeveralWords = Object.keys(words)
  .filter((phrase) => phrase.includes(" "))
  .map((phrase) => accented(phrase).replaceAll(" ", String.raw`\s+`))
  .map((pattern) => new RegExp(String.raw`(?<!\p{L})${pattern}(?!\p{L})`, "giu"));

/** A text in which the words of "last week" stand together, with no space between them. */
export function withDaysTogether(text: string): string {
  return ofSeveralWords.reduce(
    (kept, phrase) => kept.replaceAll(phrase, (found) => found.replaceAll(/\s+/g, "_")),
    text.normalize(),
  );
}

/** What a date says in milliseconds, from the first moment, before the last; null where it says nothing. */
export function spanOf(text: string, calendar: Calendar): { from: number; until: number } | null {
  const span =
    wordsOf(text, calendar) ?? inMonth(text, calendar) ?? written(text.replaceAll("/", "-"), calendar);
  if (!span || !isDay(span.from) || !isDay(span.until)) return null;
  return {
    from: startOfDay(span.from, calendar.timeZone),
    until: startOfDay(span.until, calendar.timeZone),
  };
}

function wordsOf(text: string, { now, timeZone }: Calendar): Span | null {
  const phrase = normalise(text)
    .replaceAll(/[_\s-]+/g, " ")
    .replaceAll("’", "'")
    .trim();
  return Object.hasOwn(words, phrase) ? (words[phrase]?.(dayAt(now, timeZone)) ?? null) : null;
}

/** `25 nov 2026`, `Nov 25`, `novembre 2026`. */
function inMonth(text: string, calendar: Calendar): Span | null {
  const said = monthWordsOf(text);
  if (!said) return null;
  if (said.day === null) return monthFrom(padded(`${said.year}-${said.month}-1`));
  const monthAndDay = `${said.month}-${said.day}`;
  return dayFrom(
    said.year === null ? lastTime(monthAndDay, calendar) : padded(`${said.year}-${monthAndDay}`),
  );
}

/** `2026`, `2026-03`, `2026-03-01`, `1/3/2026`, or a day without its year: the last time it was that day. */
function written(text: string, calendar: Calendar): Span | null {
  if (/^\d{4}$/.test(text)) return yearOf(Number(text));
  const [, fullMonth] = /^(\d{4}-\d{1,2})$/.exec(text) ?? [];
  if (fullMonth !== undefined) return monthFrom(padded(`${fullMonth}-1`));
  return dayFrom(
    /^\d{4}-\d{1,2}-\d{1,2}$/.test(text)
      ? padded(text)
      : (yearLast(text, calendar) ?? withoutYear(text, calendar)),
  );
}

function monthFrom(first: Day): Span | null {
  return isDay(first) ? { from: first, until: firstOfMonth(first, 1) } : null;
}

function dayFrom(from: Day | null): Span | null {
  return from !== null && isDay(from) ? { from, until: addDays(from, 1) } : null;
}

/** `25/11/2026`, or `25.11.2026`. */
function yearLast(text: string, { locale }: Calendar): Day | null {
  const [, one = "", other = "", year = ""] = /^(\d{1,2})[-.](\d{1,2})[-.](\d{4})$/.exec(text) ?? [];
  return year === "" ? null : padded(`${year}-${monthFirst(one, other, locale)}`);
}

function monthFirst(one: string, other: string, locale: Locale): string {
  const dayFirst = locale === "fr" ? Number(other) <= 12 : Number(one) > 12;
  return dayFirst ? `${other}-${one}` : `${one}-${other}`;
}

function withoutYear(text: string, calendar: Calendar): Day | null {
  const [, one = "", other = ""] = /^(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  return one === "" ? null : lastTime(monthFirst(one, other, calendar.locale), calendar);
}

function lastTime(monthAndDay: string, { now, timeZone }: Calendar): Day | null {
  const today = dayAt(now, timeZone);
  const thisYear = Number(today.slice(0, 4));
  const days = [thisYear, thisYear - 1].map((candidate) => padded(`${candidate}-${monthAndDay}`));
  return days.find((candidate) => isDay(candidate) && candidate <= today) ?? null;
}

function yearOf(number: number): Span {
  return { from: `${number}-01-01`, until: `${number + 1}-01-01` };
}

function padded(text: string): Day {
  return text
    .split("-")
    .map((part) => part.padStart(2, "0"))
    .join("-");
}
