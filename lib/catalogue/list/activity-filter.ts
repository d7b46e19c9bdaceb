import { eq } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Filter } from "#lib/lists/filters/filter";
import { oneOf } from "#lib/lists/read-params";

/** Which part of a catalogue's list is meant: what is on offer, unless somebody says otherwise. */
export const activities = ["active", "archived", "all"] as const;

export type Activity = (typeof activities)[number];

export interface Offered {
  activity: Activity;
}

/** What `active` is in that part; undefined where it may be either. */
export function offeredIn(activity: Activity): boolean | undefined {
  return activity === "all" ? undefined : activity === "active";
}

/** `state`: what is on offer, what is archived, or both. */
export function activityFilter(column: SQLiteColumn): Filter<Offered> {
  return {
    params: ["state"],
    read: ({ one }) => ({ activity: one("state", oneOf(activities)) ?? "active" }),
    write: ({ activity }) => ({ state: activity === "active" ? null : activity }),
    conditions({ activity }) {
      const active = offeredIn(activity);
      return active === undefined ? [] : [{ column, holds: eq(column, active) }];
    },
  };
}
