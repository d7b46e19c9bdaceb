import { expect, test } from "vitest";
import { differences, looseSigns, uncounted, unelided } from "../../bin/support/catalogues.ts";

function compare(en: Record<string, string>, fr: Record<string, string>): string[] {
  return differences(new Map(Object.entries(en)), new Map(Object.entries(fr)));
}

test("two complete languages differ in nothing", () => {
  const english = "{count, plural, one {One payment of {amount}} other {# payments of {amount}}} <b>now</b>";
  const french =
    "<b>Maintenant</b> : {count, plural, one {un paiement de {amount}} other {# paiements de {amount}}}";
  expect(compare({ a: english }, { a: french })).toEqual([]);
});

test.each([
  [{ a: "Amount" }, {}, "a: missing in French"],
  [{}, { a: "Montant" }, "a: missing in English"],
  [{ a: "Amount" }, { a: " " }, "a: empty"],
  [{ a: "{count} more" }, { a: "{nombre} de plus" }, "a: English takes (count), French takes (nombre)"],
  [{ a: "<b>Now</b>" }, { a: "Maintenant" }, "a: English takes (<b>), French takes ()"],
])("%j beside %j is reported", (en: Record<string, string>, fr: Record<string, string>, problem) => {
  expect(compare(en, fr)).toEqual([problem]);
});

test("a text that is no message is reported", () => {
  expect(compare({ a: "{count" }, { a: "{count}" })[0]).toMatch(/^a: English does not parse/);
});

test("a French sign that may leave its word is reported", () => {
  const texts = { right: "Prêt\u00A0?", none: "12:30", plain: "Prêt ?", narrow: "Prêt\u202F; partez" };
  expect(looseSigns(new Map(Object.entries(texts)))).toEqual([
    'plain: French takes a no-break space (U+00A0) before "?"',
    'narrow: French takes a no-break space (U+00A0) before ";"',
  ]);
});

test("a French word that some names would shorten is reported", () => {
  const texts = { amount: "Remboursement de {amount}", named: "Reçu de {name}", by: "Reçu émis par {name}" };
  expect(unelided(new Map(Object.entries(texts)))).toEqual([
    'named: French says "de {name}", also where a name begins with a vowel',
  ]);
});

test("a number that may be one before a word of many is reported, unless a plural tells them apart", () => {
  const texts = {
    one: "{count, plural, one {# row} other {# rows}} of {total}",
    limit: "The {most} newest, {count} ms, {count} plus anciens",
    selected: "{count} sélectionnées",
    before: "<b>{amount}</b>, {days, number} days before",
  };
  expect(uncounted(new Map(Object.entries(texts)))).toEqual([
    'selected: "{count} sélectionnées" says many where it may be one',
    'before: "<b>{amount}</b>, {days, number} days before" says many where it may be one',
  ]);
});
