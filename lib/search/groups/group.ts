import type { Permission } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { Place } from "../find.ts";
import type { Query } from "../query/read-query.ts";

/** Something found, as a line says it. */
export interface Hit {
  id: string;
  /** Its page; null where it has none. */
  href: string | null;
  title: string;
  detail: string | null;
  /** Where it stands: the status, and what the viewer calls it. */
  state: { status: string; word: string } | null;
  /** Minor units. */
  money: { amount: number; currency: string } | null;
  /** Milliseconds. */
  at: number | null;
}

export interface GroupPage {
  hits: Hit[];
  /** Where older ones begin; null when these are all. */
  next: number | null;
  /** Not everything was looked at: older things are behind `next`. */
  narrowed: boolean;
  /** The index is being made anew: there may be more, newer ones too, than can be found yet. */
  unready?: true;
  /** Not by time. */
  order?: "own";
  /** The address of the list that shows all of it. */
  list?: string;
}

export const groupKeys = [
  "payments",
  "customers",
  "refunds",
  "disputes",
  "payouts",
  "products",
  "prices",
  "coupons",
  "events",
  "requests",
  "webhooks",
  "members",
  "reports",
  "settings",
] as const;
export type GroupKey = (typeof groupKeys)[number];

/** A kind of result. Adding one is declaring it in `groups.ts`, with its name in the messages. */
export interface SearchGroup {
  key: GroupKey;
  /** Who lacks it finds nothing of the kind. */
  permission: Permission | null;
  find(viewer: Viewer, query: Query, place: Place): Promise<GroupPage>;
}
