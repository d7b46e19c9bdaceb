import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { majorAmount } from "../documents/major-amount.ts";
import type { Entry, Kind } from "../documents/kind.ts";
import { said, type Sheet } from "../documents/sheet.ts";
import { metadataField } from "../documents/terms-of.ts";
import { allOf, anyOf, anything, type Condition, not } from "../condition.ts";
import type { Wanted } from "../find.ts";
import { says } from "../index/normalise.ts";
import { factTerm, type Place, presenceTerm, sizeTerms, wordsExpression } from "../index/terms.ts";
import { discreetSheet } from "./discreet-sheet.ts";
import type { Clause, Query, Range } from "./read-query.ts";

/** What a query asks of objects of a kind. Who payers are is nothing to whoever may not read customers. */
export function wantedBy(viewer: Viewer, query: Query, kind: Kind): Wanted {
  const place = { environmentId: viewer.environmentId, code: kind.code };
  const wanted = { ...wantedAt(query, place), never: contradictsItself(query, kind) };
  const readsCustomers = may(viewer, "customers:read");
  if (readsCustomers && !viewer.conceal) return wanted;
  const seen = (sheet: Sheet) => (viewer.conceal ? discreetSheet(sheet, query) : sheet);
  const known = (sheet: Sheet) => (readsCustomers ? seen(sheet) : withoutPayer(seen(sheet)));
  return { ...wanted, fits: ({ row, sheet }) => wanted.fits({ row, sheet: known(sheet) }) };
}

/** Whether it asks for values that no object of the kind has together. */
function contradictsItself({ clauses }: Query, kind: Kind): boolean {
  const facts = clauses.flatMap((clause) => (clause.kind === "fact" && !clause.negated ? [clause] : []));
  const asked = Map.groupBy(facts, ({ name }) => name);
  return [...asked].some(
    ([name, of]) => kind.canHave?.(name, [...new Set(of.map(({ value }) => value.toLowerCase()))]) === false,
  );
}

/** Whether a query fits what is not indexed, by its sheet. */
export function fitsOf({ environmentId }: Viewer, query: Query): (sheet: Sheet) => boolean {
  const { fits } = wantedAt(query, { environmentId, code: "" });
  return (sheet) => fits({ row: null, sheet });
}

function wantedAt({ clauses }: Query, place: Place): Wanted {
  const conditions = clauses.map((clause) => {
    const condition = conditionOf(clause, place);
    return clause.negated ? not(condition) : condition;
  });
  return allOf(conditions);
}

function withoutPayer(sheet: Sheet): Sheet {
  const { name: _name, email: _email, ...texts } = sheet.texts;
  const { customer: _customer, ...facts } = sheet.facts;
  return { ...sheet, facts, texts };
}

function conditionOf(clause: Clause, place: Place): Condition {
  switch (clause.kind) {
    case "words":
      return ofWords(clause, place);
    case "fact":
      return ofFact(clause, place);
    case "text":
      return ofText(clause, place);
    case "metadata":
      return ofMetadata(clause, place);
    case "amount":
      return ofAmount(clause.range, place);
    case "date":
      return ofDate(clause.range);
  }
}

function ofWords(clause: Clause & { kind: "words" }, place: Place): Condition {
  const { words, last, amount } = clause;
  const said: Condition = {
    holds: ({ sheet }) => everyText(sheet).some((text) => says(text, words, last)),
    terms: {
      or: (["texts", "metadata"] as const).map((within) => ({
        and: wordsExpression(place, within, words, last),
      })),
    },
    exact: false,
  };
  if (amount === null) return said;
  return anyOf([said, ofAmount({ from: amount, to: amount, ends: { from: "in", to: "in" } }, place)]);
}

function ofFact({ name, value }: Clause & { kind: "fact" }, place: Place): Condition {
  const asked = value.toLowerCase();
  return {
    holds: ({ sheet }) => said(sheet.facts[name]).some((own) => own.toLowerCase() === asked),
    terms: { term: factTerm(place, name, value) },
    exact: true,
  };
}

function ofText({ name, words }: Clause & { kind: "text" }, place: Place): Condition {
  return {
    holds: ({ sheet }) => said(sheet.texts[name]).some((text) => says(text, words, "begun")),
    terms: { and: wordsExpression(place, "texts", words, "begun") },
    exact: false,
  };
}

function ofMetadata({ key, value, words }: Clause & { kind: "metadata" }, place: Place): Condition {
  const fits = (text: string) => (words.length === 0 ? text === value : says(text, words, "begun"));
  const said = wordsExpression(place, "metadata", words, "begun");
  if (key === null) {
    return {
      holds: ({ sheet }) => Object.values(sheet.metadata).some(fits),
      terms: { and: said },
      exact: false,
    };
  }
  return {
    holds: ({ sheet }) => Object.hasOwn(sheet.metadata, key) && fits(sheet.metadata[key] ?? ""),
    terms: { and: [{ term: presenceTerm(place, metadataField(key)) }, ...said] },
    exact: false,
  };
}

function ofAmount(range: Range, place: Place): Condition {
  const { from, to } = range;
  const holds = ({ sheet }: Entry) =>
    sheet.money.some((money) => isWithin(Number(majorAmount(money)), range));
  if (from !== null && from === to) {
    return { holds, terms: { term: factTerm(place, "major", String(from)) }, exact: false };
  }
  const sizes = sizeTerms(place, "major", from ?? 0, to ?? Number.MAX_SAFE_INTEGER);
  return { holds, terms: { or: sizes.map((term) => ({ term })) }, exact: false };
}

function ofDate(range: Range): Condition {
  return {
    holds: ({ sheet }) => isWithin(sheet.createdAt, range),
    terms: anything,
    exact: false,
    created: {
      ...(range.from === null ? {} : { from: range.from }),
      ...(range.to === null ? {} : { until: range.to + 1 }),
    },
  };
}

function isWithin(value: number, { from, to, ends }: Range): boolean {
  const begun = from === null || value > from || (ends.from === "in" && value === from);
  const over = to !== null && (value > to || (ends.to === "out" && value === to));
  return begun && !over;
}

function everyText({ texts, metadata }: Sheet): string[] {
  return [...Object.values(texts).flatMap(said), ...Object.values(metadata)];
}
