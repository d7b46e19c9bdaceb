import type { Viewer } from "#lib/auth/viewer";
import type { TimeView } from "#lib/i18n/format";

/** How a viewer reads times: in their language, on their clocks. */
export function timeViewOf({ locale, timeZone, now }: Viewer): TimeView & { now: number } {
  return { locale, timeZone, now: now() };
}
