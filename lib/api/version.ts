import { apiVersion } from "#lib/api-version";
import { invalid } from "#lib/errors";

/** The version a request asks for. Every date is answered in the current version's shapes. */
export function requestedVersion(header: string | undefined): string {
  if (header === undefined || header === apiVersion) return apiVersion;
  if (!wellFormed.test(header) || Number.isNaN(Date.parse(header.slice(0, 10)))) {
    throw invalid(`Invalid Stripe API version: ${header.slice(0, 60)}`);
  }
  return header;
}

/** A date, since 2024 with the name of the release, perhaps with names of previews. */
const wellFormed = /^\d{4}-\d{2}-\d{2}(\.[a-z]+)?(\s*;\s*[a-z0-9_]+=[a-z0-9_.]+)*$/;
