import type { Viewer } from "#lib/auth/viewer";
import { formatDate } from "#lib/i18n/format";
import type { Key } from "#lib/lists/key";

/** Up to which day a page of a list looked; null where the list is not in the order of days. */
export function lookedUntil({ locale, timeZone, now }: Viewer, sort: string, key: Key): string | null {
  if (sort !== "newest" && sort !== "oldest") return null;
  return formatDate(key.at, { locale, timeZone, now: now() });
}
