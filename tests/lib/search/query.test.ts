import { expect, test } from "vitest";
import { explain, suggestQueries } from "#lib/search/search";
import { readQuery } from "#lib/search/query/read-query";
import { spanOf } from "#lib/search/query/days-of";
import { wordsOfFact } from "#lib/search/query/fact-words";
import { closedValues } from "#lib/search/query/vocabulary";
import { aWorld } from "#tests/support/world";

const calendar = { locale: "en", timeZone: "Europe/Paris", now: Date.parse("2026-11-25T10:00:00Z") } as const;

test.each([
  ["today", "2026-11-24T23:00Z", "2026-11-25T23:00Z"],
  ["yesterday", "2026-11-23T23:00Z", "2026-11-24T23:00Z"],
  ["last week", "2026-11-15T23:00Z", "2026-11-22T23:00Z"],
  ["last_month", "2026-09-30T22:00Z", "2026-10-31T23:00Z"],
  ["mois dernier", "2026-09-30T22:00Z", "2026-10-31T23:00Z"],
  ["2020-07-12", "2020-07-11T22:00Z", "2020-07-12T22:00Z"],
  ["2020/07/12", "2020-07-11T22:00Z", "2020-07-12T22:00Z"],
  ["2026-03", "2026-02-28T23:00Z", "2026-03-31T22:00Z"],
  ["2025", "2024-12-31T23:00Z", "2025-12-31T23:00Z"],
  ["08/22", "2026-08-21T22:00Z", "2026-08-22T22:00Z"],
  ["12/24", "2025-12-23T23:00Z", "2025-12-24T23:00Z"],
  ["la semaine dernière", "2026-11-15T23:00Z", "2026-11-22T23:00Z"],
  ["ce mois-ci", "2026-10-31T23:00Z", "2026-11-30T23:00Z"],
  ["l’an dernier", "2024-12-31T23:00Z", "2025-12-31T23:00Z"],
  ["25 nov", "2026-11-24T23:00Z", "2026-11-25T23:00Z"],
  ["26 Nov.", "2025-11-25T23:00Z", "2025-11-26T23:00Z"],
  ["25 November", "2026-11-24T23:00Z", "2026-11-25T23:00Z"],
  ["November 25th", "2026-11-24T23:00Z", "2026-11-25T23:00Z"],
  ["25th of November 2025", "2025-11-24T23:00Z", "2025-11-25T23:00Z"],
  ["Nov 25, 2025", "2025-11-24T23:00Z", "2025-11-25T23:00Z"],
  ["25 novembre 2025", "2025-11-24T23:00Z", "2025-11-25T23:00Z"],
  ["1er déc. 2025", "2025-11-30T23:00Z", "2025-12-01T23:00Z"],
  ["3 aout", "2026-08-02T22:00Z", "2026-08-03T22:00Z"],
  ["25-nov-2025", "2025-11-24T23:00Z", "2025-11-25T23:00Z"],
  ["février 2026", "2026-01-31T23:00Z", "2026-02-28T23:00Z"],
])("the days of %s", (text, from, until) => {
  expect(spanOf(text, calendar)).toEqual({ from: Date.parse(from), until: Date.parse(until) });
});

test.each(["2026-02-30", "someday", "13/32", "", "1999999", "31 nov", "may", "nov 1650", "25 novella"])(
  "%s is no day",
  (text) => {
    expect(spanOf(text, calendar)).toBeNull();
  },
);

test("in French the day comes before the month", () => {
  expect(spanOf("05/08", { ...calendar, locale: "fr" })?.from).toBe(Date.parse("2026-08-04T22:00Z"));
  expect(spanOf("05/08", calendar)?.from).toBe(Date.parse("2026-05-07T22:00Z"));
  for (const text of ["05/08/2025", "5.8.2025"]) {
    expect(spanOf(text, { ...calendar, locale: "fr" })?.from).toBe(Date.parse("2025-08-04T22:00Z"));
    expect(spanOf(text, calendar)?.from).toBe(Date.parse("2025-05-07T22:00Z"));
  }
  expect(spanOf("31/02/2025", { ...calendar, locale: "fr" })).toBeNull();
});

test.each([
  ["jenny", [{ kind: "words", words: ["jenny"], last: "begun" }]],
  ['"Jenny Rosen"', [{ kind: "words", words: ["jenny", "rosen"], last: "whole" }]],
  [
    "-jenny ROSÉN",
    [
      { negated: true, words: ["jenny"] },
      { negated: false, words: ["rosen"] },
    ],
  ],
  ['name:"John Doe"', [{ kind: "text", name: "name", words: ["john", "doe"] }]],
  ["-exp:8/22", [{ negated: true, kind: "fact", name: "exp", value: "08/22" }]],
  ["zip:SW1A-1AA", [{ kind: "fact", name: "postal", value: "sw1a-1aa" }]],
  ["status:Partially-Refunded", [{ kind: "fact", name: "status", value: "partially_refunded" }]],
  ["brand:American_Express", [{ kind: "fact", name: "brand", value: "amex" }]],
  ["amount:149.99", [{ kind: "amount", range: { from: 149.99, to: 149.99 } }]],
  ["amount:>100", [{ kind: "amount", range: { from: 100, to: null, ends: { from: "out" } } }]],
  ["amount<=100", [{ kind: "amount", range: { from: null, to: 100, ends: { to: "in" } } }]],
  ["amount:10..20,5", [{ kind: "amount", range: { from: 10, to: 20.5 } }]],
  ["€149.99", [{ kind: "words", words: ["149", "99"], amount: 149.99 }]],
  ["4242", [{ kind: "words", words: ["4242"], amount: null }]],
  ["last week", [{ kind: "date" }]],
  ["jenny la semaine dernière", [{ words: ["jenny"] }, { kind: "date" }]],
  ["l’an dernier ce mois-ci", [{ kind: "date" }, { kind: "date" }]],
  ["jenny 149,99 25 nov", [{ words: ["jenny"] }, { amount: 149.99 }, { kind: "date" }]],
  ["Nov 25, 2025 jenny", [{ kind: "date" }, { words: ["jenny"] }]],
  ["20 Nov 25, 2025", [{ words: ["20"] }, { kind: "date" }]],
  ["25 novembre 2025, jenny, 20.00", [{ kind: "date" }, { words: ["jenny"] }, { amount: 20 }]],
  ["april 20.00", [{ words: ["april"] }, { amount: 20 }]],
  ["jan 4242", [{ words: ["jan"] }, { words: ["4242"] }]],
  ["31 nov", [{ words: ["31"] }, { words: ["nov"] }]],
  ['"25 nov" "a last week"', [{ words: ["25", "nov"] }, { words: ["a", "last", "week"] }]],
  [
    "date:>25 nov 2025",
    [{ kind: "date", range: { from: Date.parse("2025-11-25T23:00Z"), to: null, ends: { from: "in" } } }],
  ],
  [
    "date:1 nov..15 nov",
    [{ kind: "date", range: { from: Date.parse("2026-10-31T23:00Z"), to: Date.parse("2026-11-15T23:00Z") } }],
  ],
  [
    "date:2026-01..2026-03",
    [{ kind: "date", range: { from: Date.parse("2025-12-31T23:00Z"), to: Date.parse("2026-03-31T22:00Z") } }],
  ],
  ["xyn712", [{ kind: "words", words: ["xyn712"] }]],
  ["order_id:xyn712", [{ kind: "metadata", key: "order_id", words: ["xyn712"] }]],
  ["metadata:xyn712", [{ kind: "metadata", key: null, words: ["xyn712"] }]],
  ["metadata:order_id=xyn712", [{ kind: "metadata", key: "order_id", words: ["xyn712"] }]],
  ['metadata:order_id="x y"', [{ kind: "metadata", key: "order_id", words: ["x", "y"] }]],
  [
    "is:refunded has:email",
    [
      { kind: "fact", name: "is" },
      { kind: "fact", name: "has" },
    ],
  ],
  ["is:requires_capture", [{ kind: "fact", name: "status", value: "requires_capture" }]],
  ["is:Once", [{ kind: "fact", name: "is", value: "once" }]],
  ["is:disabled", [{ kind: "fact", name: "status" }]],
] as const)("%s is understood", (text, clauses) => {
  const query = readQuery(text, calendar);
  expect(query).toMatchObject({ clauses, problems: [] });
  expect(query.clauses).toHaveLength(clauses.length);
});

test.each([
  ["status:nothing", "value"],
  ["amount:lots", "amount"],
  ["date:someday", "date"],
  ["amount:..", "amount"],
  ["date:march", "month"],
  ["date:Août", "month"],
  ["date:>janv.", "month"],
  ["date:march..april", "month"],
  ["has:luck", "value"],
  ["email:@", "value"],
  ["order_id:", "empty"],
  ["metadata:order_id=", "empty"],
  ["🧼", "wordless"],
] as const)("%s is left out, and said", (text, reason) => {
  expect(readQuery(`jenny ${text}`, calendar)).toMatchObject({
    clauses: [{ words: ["jenny"] }],
    problems: [{ reason, source: text }],
  });
});

test("what is more than one search can hold is left out, and said", () => {
  const words = Array.from({ length: 22 }, (_, at) => `w${at}`);
  const many = readQuery(words.join(" "), calendar);
  expect(many.clauses).toHaveLength(20);
  expect(many.problems).toEqual([{ source: "w20 w21", reason: "beyond" }]);
  const long = readQuery(`jenny ${"a".repeat(500)}`, calendar);
  expect(long).toMatchObject({ clauses: [{}, {}], problems: [{ source: "aaaaaa", reason: "beyond" }] });
});

test.each(["", "   ", "-", ":", '"', '""', "::::", "-:-", "—", "\u0000", '-"', "=", "a:=:b"])(
  "odd as it is, %j is no error",
  (text) => {
    expect(() => readQuery(text, calendar)).not.toThrow();
  },
);

test("every part of a query is explained in both languages", async () => {
  const { viewer } = await aWorld();
  const query = readQuery(
    `jenny "a b" o'hara €9.99 -status:failed name:ana email:jen metadata:x k:v amount:>1 amount:<2 amount:1..2 amount:3 date:2026-01 date:>2026 date:<2026 date:2025..2026 is:refunded status:x`,
    calendar,
  );
  for (const locale of ["en", "fr"] as const) {
    const { understood, leftOut } = explain({ ...viewer, locale }, query);
    expect(understood).toHaveLength(query.clauses.length);
    expect(leftOut).toHaveLength(1);
    const odd = explain({ ...viewer, locale }, readQuery(`— ${"x".repeat(500)} k:`, calendar)).leftOut;
    expect(odd).toHaveLength(2);
    for (const sentence of [...understood, ...leftOut, ...odd])
      expect(sentence).not.toMatch(/[{}]|explain\.|problem\./);
  }
  const said = (text: string) => explain(viewer, readQuery(text, calendar)).understood;
  const leftOut = (text: string, locale: "en" | "fr") =>
    explain({ ...viewer, locale }, readQuery(text, calendar)).leftOut;
  expect(leftOut("date:march", "en")).toEqual([
    "“date:march”: of which year? Add it to the month, as in date:2026-03",
  ]);
  expect(leftOut("amount:lots", "fr")).toEqual([
    "« amount:lots » : un montant s’écrit 149.99, >100 ou 100..200",
  ]);
  expect(said("-status:failed")).toEqual(["Without: The status is “Failed”"]);
  expect(said("date:2026-01..2026-03")).toEqual(["Created from 1 Jan 2026 to 31 Mar 2026"]);
});

test("what is typed is suggested to become filters, and their values", () => {
  expect(suggestQueries("jenny -sta", "en")).toEqual(["jenny -status:"]);
  expect(suggestQueries("is:ref", "en")).toEqual(["is:refunded", "is:refund_pending"]);
  expect(suggestQueries("brand:", "en")).toContain("brand:visa");
  expect(suggestQueries("last4:", "en")).toEqual([]);
  expect(suggestQueries("date:", "en")).toContain("date:last_week");
  const days = suggestQueries("date:", "fr");
  expect(days).toContain("date:hier");
  for (const text of days) expect(readQuery(text, calendar).problems).toEqual([]);
  expect(suggestQueries("", "en")).toEqual([]);
});

test.each([
  ["amount:200..100", { from: 100, to: 200 }],
  ["amount:>=20,5", { from: 20.5, to: null }],
  ["date:2026-03..2026-01", { from: Date.parse("2025-12-31T23:00Z"), to: Date.parse("2026-03-31T22:00Z") }],
  ["date:2026-03..2026", { from: Date.parse("2026-02-28T23:00Z"), to: Date.parse("2026-12-31T23:00Z") }],
])("the ends of %s are in order", (text, range) => {
  expect(readQuery(text, calendar)).toMatchObject({ clauses: [{ range }], problems: [] });
});

test.each([
  ["en", "€149.99", 149.99],
  ["en", "CA$1,234.56", 1234.56],
  ["en", "1,234.56", 1234.56],
  ["en", "amount:€149.99", 149.99],
  ["en", "amount:1,234", 1234],
  ["en", "amount:1.234", 1.234],
  ["fr", "149,99 €", 149.99],
  ["fr", "149,99\u00a0€", 149.99],
  ["fr", "1\u202f234,56\u00a0€", 1234.56],
  ["fr", "1 234,56 $US", 1234.56],
  ["fr", "amount:12 340,50", 12_340.5],
  ["fr", "amount:1,234", 1.234],
  ["fr", "amount:1,234,567", 1_234_567],
] as const)("in %s, %s is one amount, as a page shows it and as one types it", (locale, text, amount) => {
  const { clauses, problems } = readQuery(text, { ...calendar, locale });
  expect({ clauses, problems }).toMatchObject({ clauses: [{}], problems: [] });
  const [clause] = clauses;
  expect(clause?.kind === "amount" ? clause.range.from : clause?.kind === "words" && clause.amount).toBe(
    amount,
  );
});

test.each([
  ["en", "jenny 20 100,00", 3],
  ["fr", "2026 149,99", 2],
  ["fr", "4242 345", 2],
  ["en", "4242 €149.99", 2],
  ["en", "visa 4242 -$20.00", 3],
] as const)("in %s, the numbers of %s stay apart", (locale, text, count) => {
  expect(readQuery(text, { ...calendar, locale }).clauses).toHaveLength(count);
});

test.each([
  "la semaine derniere",
  "semaine  dernière",
  "cette annee",
  "date:l’annee_derniere",
  "L’AN DERNIER",
])("%s is a time, with its accents and without", (text) => {
  expect(readQuery(text, calendar)).toMatchObject({ clauses: [{ kind: "date" }], problems: [] });
});

test.each([
  ["“Jenny Rosen”", { kind: "words", words: ["jenny", "rosen"], last: "whole" }],
  ["« Jenny Rosen »", { kind: "words", words: ["jenny", "rosen"], last: "whole" }],
  ["-name:“John Doe”", { negated: true, kind: "text", name: "name", words: ["john", "doe"] }],
  ["https://hooks.test/a?b=c", { kind: "words", words: ["https", "hooks", "test", "a", "b", "c"] }],
  ["link:https://hooks.test", { kind: "metadata", key: "link", words: ["https", "hooks", "test"] }],
])("%s is one part", (text, clause) => {
  const { clauses, problems } = readQuery(text, calendar);
  expect({ clauses, problems }).toMatchObject({ clauses: [clause], problems: [] });
});

test.each([
  ["-status:partially_refunded", "Sans : L’état est « Remboursé en partie »"],
  ["is:in_transit", "Est : En route"],
  ["is:warning_closed", "Est : Demande close"],
  ["has:refund", "A : un remboursement"],
  ["brand:amex", "La marque de la carte est American Express"],
  ["country:de", "Le pays est Allemagne"],
  ["currency:eur", "La devise est EUR"],
  ["type:sepa", "Le moyen de paiement est « Prélèvement SEPA »"],
  ["risk_level:highest", "Le risque est « Très élevé »"],
  ["usage:single_use", "Le moyen servait à un seul paiement"],
  ["status:requires_action", "L’état est « requires_action »"],
  ["name:« Jean Dupont »", "Le nom du payeur ou du client contient « Jean Dupont »"],
])("%s is explained in French words", async (text, sentence) => {
  const { viewer } = await aWorld();
  const { understood } = explain({ ...viewer, locale: "fr" }, readQuery(text, calendar));
  expect(understood.map((said) => said.replaceAll("\u00a0", " "))).toEqual([sentence]);
});

test("every value that a filter knows has French words, but states that no page shows", () => {
  const names = ["brand", "has", "is", "risk_level", "status", "usage"] as const;
  const raw = names.flatMap((name) =>
    (closedValues[name] ?? []).filter((value) => wordsOfFact(name, value, "fr") === value),
  );
  expect(raw.filter((value) => !value.startsWith("requires_"))).toEqual([]);
});

test("what no database keeps is none of a word", () => {
  expect(JSON.stringify(readQuery("a\0b -name:c\0d", calendar))).not.toContain(String.raw`\u0000`);
});
