import { readFileSync } from "node:fs";
import { type CityResponse, Reader } from "mmdb-lib";
import { z } from "zod";
import { shared } from "#db/shared";
import { config } from "#lib/config";
import type { Locale } from "#lib/i18n/locale";
import { regionName } from "#lib/i18n/regions";
import { log } from "#lib/log";

/**
 * Where an address is, such as "Nyons, France", as the installed address database knows it. Null where none is
 * installed, and for an address that it does not know.
 */
export function placeOf(address: string | null, locale: Locale): string | null {
  const found = address === null ? null : lookUp(address);
  if (!found) return null;
  const { city, country } = found;
  const cityName = typeof city === "string" ? city : (city?.names[locale] ?? city?.names.en);
  const code = typeof country === "string" ? country : country?.iso_code;
  return [cityName, code && regionName(code, locale)].filter(Boolean).join(", ") || null;
}

/** The two letters of the country that an address is in, as far as that is known. */
export function countryOf(address: string | null): string | null {
  const country = address === null ? undefined : lookUp(address)?.country;
  return (typeof country === "string" ? country : country?.iso_code) ?? null;
}

/** An address with its place, where that is known. */
export function addressWithPlace(address: string | null, locale: Locale): string | null {
  const place = placeOf(address, locale);
  return place === null ? address : `${address} (${place})`;
}

/** As several makers tell of an address: a city is named by language, or once; what is put otherwise is left out. */
const layout = z.object({
  city: z
    .union([z.string(), z.object({ names: z.record(z.string(), z.string()) })])
    .optional()
    .catch(undefined),
  country: z
    .union([z.string(), z.object({ iso_code: z.string() })])
    .optional()
    .catch(undefined),
});

function lookUp(address: string): z.infer<typeof layout> | null {
  try {
    return layout.nullable().parse(shared("address database", opened).reader?.get(address) ?? null);
  } catch {
    return null;
  }
}

/** Read whole, once a process: its lookups are steps in memory. */
function opened(): { reader: Reader<CityResponse> | null } {
  const file = config().addressDatabase;
  if (file === null) return { reader: null };
  try {
    return { reader: new Reader<CityResponse>(readFileSync(file)) };
  } catch (error) {
    log.error({ err: error, file }, "the address database cannot be read: no places are shown");
    return { reader: null };
  }
}
