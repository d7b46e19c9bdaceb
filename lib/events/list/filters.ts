import { not, sql } from "drizzle-orm";
import { events } from "#db/schema/index";
import type { Filter } from "#lib/lists/filters/filter";
import { idFilter } from "#lib/lists/filters/id-filter";
import { oneOf } from "#lib/lists/read-params";
import { allDelivered } from "#lib/webhooks/event-deliveries";
import { typesLike } from "./types-like.ts";

/** Of so many names each is walked along by itself; of more, entries are tested for it. */
const mostWalks = 24;

/** Of which type, or of which group of types; never one whose object is not for the reader. */
export const typeFilter: Filter<{ type: string | null }> = {
  params: ["type"],
  read: ({ one }) => ({ type: one("type", (text) => (typesLike(text).length > 0 ? text : null)) }),
  write: ({ type }) => ({ type }),
  conditions({ type }, { eventTypes }) {
    const asked = type === null || type === "*" ? null : typesLike(type);
    const seen =
      asked && eventTypes ? asked.filter((name) => eventTypes.includes(name)) : (asked ?? eventTypes);
    if (seen === null) return [];
    if (seen.length === 0) return [{ column: events.type, holds: sql`1 = 0` }];
    return [{ column: events.type, among: seen, indexed: seen.length <= mostWalks }];
  },
};

/** What happened to one object. */
export const objectFilter = idFilter("object", {
  column: events.objectId,
  put: (object) => ({ object }),
  get: ({ object }) => object,
});

export const deliveries = ["delivered", "undelivered"] as const;

/** Whether every endpoint that wanted it has got it. */
export const deliveryFilter: Filter<{ delivery: (typeof deliveries)[number] | null }> = {
  params: ["delivery"],
  read: ({ one }) => ({ delivery: one("delivery", oneOf(deliveries)) }),
  write: ({ delivery }) => ({ delivery }),
  conditions({ delivery }) {
    if (delivery === null) return [];
    return [{ column: events.id, holds: delivery === "delivered" ? allDelivered : not(allDelivered) }];
  },
};
