import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { cardsByCountry } from "#lib/processors/simulator/cards-by-country";
import { cardsForPayouts } from "#lib/processors/simulator/cards-for-payouts";
import { testCards } from "#lib/processors/simulator/test-cards";
import { testUsAccounts } from "#lib/processors/simulator/test-us-accounts";
import { documentedFees } from "#lib/ledger/fee-table";

const handbook = readFileSync(new URL("../../../docs/simulator.md", import.meta.url), "utf8");
const unspaced = handbook.replaceAll(" ", "");

test.each(testCards.filter((card) => !cardsByCountry.includes(card)))("it shows $name", (card) => {
  if (!card.byIdOnly) expect(unspaced).toContain(card.number);
  if (cardsForPayouts.includes(card) && card.country !== "US") return;
  for (const spelling of card.spellings) {
    expect(handbook).toContain(`\`${spelling.replace(/^visa_(?=(debit_)?charge)/, "")}\``);
  }
});

test("it names every country there is a card of", () => {
  const listed = /They exist for (.+?);/s.exec(handbook)?.[1]?.match(/\b[a-z]{2}\b/g);
  const countries = new Set(cardsByCountry.map((card) => card.country.toLowerCase())).add("us");
  expect(new Set(listed)).toEqual(countries);
});

test.each(testUsAccounts)("it shows the American account $name", ({ name, number }) => {
  expect(handbook).toMatch(new RegExp(`\\| ${number} +\\| \`${name}\``));
});

test.each([
  ["FR", "European Economic Area (EUR)"],
  ["GB", "United Kingdom (GBP)"],
  ["CH", "Switzerland (CHF)"],
  ["US", "United States (USD)"],
  ["JP", "Japan (JPY)"],
  ["BR", "anywhere else (USD)"],
])("it shows the fees of %s", (country, label) => {
  const row = handbook.split("\n").find((line) => line.startsWith(`| ${label}`)) ?? "";
  for (const { percent } of Object.values(documentedFees(country).rates)) {
    if (percent !== "0") expect(row).toContain(`${percent}%`);
  }
});
