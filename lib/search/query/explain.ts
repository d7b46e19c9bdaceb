import type { Viewer } from "#lib/auth/viewer";
import { addDays, dayAt } from "#lib/calendar";
import { formatDate } from "#lib/i18n/format-date";
import { formatNumber } from "#lib/i18n/format-number";
import { translator } from "#lib/i18n/translator";
import { wordsOfFact } from "./fact-words.ts";
import type { Clause, Query, Range } from "./read-query.ts";

/**
 * How a query was understood, a sentence a part; and what of it was not. Who is to be discreet is also told how they
 * find whom they are not shown.
 */
export function explain(
  viewer: Viewer,
  { clauses, problems }: Query,
): { understood: string[]; leftOut: string[] } {
  const t = translator(viewer.locale, "search");
  const understood = clauses.map((clause) => {
    const what = explainClause(viewer, clause);
    return clause.negated ? t("explain.not", { what }) : what;
  });
  const isOfSomebody = clauses.some(({ kind }) => kind === "words" || kind === "text");
  return {
    understood: viewer.conceal && isOfSomebody ? [...understood, t("explain.hidden")] : understood,
    leftOut: problems.map(({ source, name, reason }) =>
      t(`problem.${reason}`, { source: source.slice(0, 80), name: name ?? "" }),
    ),
  };
}

function explainClause(viewer: Viewer, clause: Clause): string {
  const t = translator(viewer.locale, "search");
  switch (clause.kind) {
    case "words":
      return explainWords(viewer, clause);
    case "fact":
      return t(`explain.fact.${clause.name}`, {
        value: wordsOfFact(clause.name, clause.value, viewer.locale),
      });
    case "text":
      return t(`explain.${clause.name}`, {
        value: clause.source
          .replace(/^[^:]*:/, "")
          .replaceAll('"', "")
          .trim(),
      });
    case "metadata":
      return clause.key === null
        ? t("explain.metadata", { value: clause.value })
        : t("explain.metadataKey", { key: clause.key, value: clause.value });
    case "amount":
      return explainAmount(viewer, clause.range);
    case "date":
      return explainDate(viewer, clause.range);
  }
}

function explainWords(
  { locale }: Viewer,
  { source, words, last, amount }: Clause & { kind: "words" },
): string {
  const t = translator(locale, "search");
  const said = words.join(" ");
  if (amount !== null)
    return t("explain.wordOrAmount", { words: said, amount: formatNumber(amount, locale) });
  if (last === "whole") return t("explain.phrase", { words: said });
  return words.length === 1
    ? t("explain.word", { words: said })
    : t("explain.phraseBegun", { words: source.replace(/^-/, "") });
}

function explainAmount({ locale }: Viewer, { from, to, ends }: Range): string {
  const t = translator(locale, "search");
  const number = (amount: number) => formatNumber(amount, locale);
  if (from !== null && to !== null) {
    if (from === to) return t("explain.amount", { amount: number(from) });
    return t("explain.amountBetween", { from: number(from), to: number(to) });
  }
  if (from !== null)
    return t(ends.from === "in" ? "explain.amountFrom" : "explain.amountOver", { amount: number(from) });
  return t(ends.to === "in" ? "explain.amountTo" : "explain.amountUnder", { amount: number(to ?? 0) });
}

/** Days of the viewer's calendar; the end of a range is the start of the day after. */
function explainDate({ locale, timeZone }: Viewer, { from, to }: Range): string {
  const t = translator(locale, "search");
  const dayOf = (at: number) => formatDate(at, { locale, timeZone });
  if (from === null) return t("explain.before", { date: dayOf(to ?? 0) });
  if (to === null) return t("explain.since", { date: dayOf(from) });
  const first = dayAt(from, timeZone);
  const last = addDays(dayAt(to, timeZone), -1);
  return first === last
    ? t("explain.day", { date: dayOf(from) })
    : t("explain.days", { from: dayOf(from), to: dayOf(to - 1) });
}
