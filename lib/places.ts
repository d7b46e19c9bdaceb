import { readFileSync } from "node:fs";
import { type CityResponse, Reader } from "mmdb-lib";
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
  const code = country?.iso_code;
  const place = [city?.names[locale] ?? city?.names.en, code && regionName(code, locale)];
  return place.filter(Boolean).join(", ") || null;
}

/** An address with its place, where that is known. */
export function addressWithPlace(address: string | null, locale: Locale): string | null {
  const place = placeOf(address, locale);
  return place === null ? address : `${address} (${place})`;
}

type Place = Pick<CityResponse, "city" | "country">;

function lookUp(address: string): Place | null {
  try {
    return shared("address database", opened).reader?.get(address) ?? null;
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
