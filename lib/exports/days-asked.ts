import type { Viewer } from "#lib/auth/viewer";
import { createdWithin, readDays } from "#lib/lists/days";
import { type QueryParams, readParams } from "#lib/lists/read-params";

/** The days that an address asks for, `date`, `from` and `to`, on the viewer's calendar. */
export function daysAsked({ timeZone, now }: Viewer, address: QueryParams) {
  return createdWithin(readDays(readParams(address)), { timeZone, now: now() });
}
