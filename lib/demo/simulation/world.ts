import type { Actor } from "#db/schema/payments";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import type { IdPrefix } from "#lib/ids";
import type { Declined } from "#lib/processors/processor";
import type { Business } from "../model/business.ts";
import type { Random } from "../model/random.ts";
import type { Book } from "./book.ts";
import type { Harvest } from "./harvest.ts";
import type { Timeline } from "./timeline.ts";

/** Everything a made-up history happens in. Times are milliseconds on the environment's clock. */
export interface World {
  environment: ViewedEnvironment;
  business: Business;
  random: Random;
  timeline: Timeline;
  book: Book;
  /** Rows that are ready to be written. */
  harvest: Harvest;
  declines: Declines;
  /** The present: nothing happens after it. */
  until: number;
  /** Events before this are no longer kept. */
  eventsFrom: number;
  /** Who takes payments, and who looks after them. */
  shop: Actor;
  staff: readonly Actor[];
  newId(prefix: IdPrefix, at: number): string;
}

/** Why banks say no, each as often as its weight says, in the processor's own words. */
export type Declines = readonly (readonly [Declined, number])[];
