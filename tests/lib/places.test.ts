import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { anAddressDatabase, bitsOf } from "#tests/support/address-database";

const nyons = { city: { names: { en: "Nyons", fr: "Nyons" } }, country: { iso_code: "FR" } };
const geneva = { city: { names: { en: "Geneva", fr: "Genève" } }, country: { iso_code: "CH" } };
const japan = { country: { iso_code: "JP" } };
const file = join(mkdtempSync(join(tmpdir(), "places-")), "cities.mmdb");

beforeEach(() => {
  vi.resetModules();
  Reflect.deleteProperty(globalThis, Symbol.for("comptoir.address database"));
});
afterEach(() => vi.unstubAllEnvs());

async function places(database: Buffer | null) {
  if (database) writeFileSync(file, database);
  vi.stubEnv("ADDRESS_DATABASE", database ? file : "");
  return import("#lib/places");
}

test("an address is told with its place, in the reader's language", async () => {
  const { addressWithPlace, countryOf, placeOf } = await places(
    anAddressDatabase([
      { bits: bitsOf("192.0.2.0", 24), place: nyons },
      { bits: bitsOf("198.51.100.128", 25), place: geneva },
      { bits: `${"0010000000000001"}${"0000110110111000"}`, place: japan },
    ]),
  );
  expect(placeOf("192.0.2.77", "en")).toBe("Nyons, France");
  expect(placeOf("198.51.100.200", "fr")).toBe("Genève, Suisse");
  expect(placeOf("2001:db8::1", "en")).toBe("Japan");
  expect(addressWithPlace("192.0.2.77", "en")).toBe("192.0.2.77 (Nyons, France)");
  expect(countryOf("198.51.100.200")).toBe("CH");
  for (const unknown of ["198.51.100.1", "10.0.0.1", "::1", "not an address", null]) {
    expect(placeOf(unknown, "en")).toBeNull();
    expect(countryOf(unknown)).toBeNull();
    expect(addressWithPlace(unknown, "en")).toBe(unknown);
  }
});

test("a database of another maker's layout tells what it can, and breaks nothing", async () => {
  const told: Parameters<typeof anAddressDatabase>[0][number]["place"][] = [
    { city: "Nyons", country: "FR" },
    { city: { geoname_id: 1 }, country: { iso_code: "CH" } },
    { city: { names: { de: "Genf" } } },
    { city: ["Nyons"], country: 250 },
    "Nyons",
  ];
  const networks = told.map((place, at) => ({ bits: bitsOf(`192.0.${at}.0`, 24), place }));
  const { placeOf } = await places(anAddressDatabase(networks));
  expect(networks.map((_, at) => placeOf(`192.0.${at}.7`, "en"))).toEqual([
    "Nyons, France",
    "Switzerland",
    null,
    null,
    null,
  ]);
});

test("without a database, or with one that cannot be read, an address stands alone", async () => {
  expect((await places(null)).addressWithPlace("192.0.2.77", "en")).toBe("192.0.2.77");
  vi.resetModules();
  Reflect.deleteProperty(globalThis, Symbol.for("comptoir.address database"));
  vi.stubEnv("LOG_LEVEL", "silent");
  expect((await places(Buffer.from("nothing of the kind"))).placeOf("192.0.2.77", "en")).toBeNull();
});
