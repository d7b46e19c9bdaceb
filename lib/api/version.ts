import { invalid } from "#lib/errors";
import { isKnownVersion } from "#lib/versions/known";

/** The version a header or a parameter asks for; one there never was is refused. Previews of features change nothing. */
export function requestedVersion(asked: string): string {
  const [version = ""] = asked.split(";", 1);
  if (isKnownVersion(version.trim()) && wellFormed.test(asked)) return asked;
  throw invalid(`Invalid Stripe API version: ${asked.slice(0, 60)}`);
}

/** A version, perhaps with names of previews: `2025-08-27.basil; feature_beta=v1`. */
const wellFormed = /^[^;]+(;\s*[a-z0-9_]+=[a-z0-9_.]+\s*)*$/;
