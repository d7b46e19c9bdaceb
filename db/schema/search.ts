import { autoIncrementId, choice, environmentId, integer, table, text } from "./columns.ts";

/** What can be found by its words; each kind is declared in `lib/search/documents`. */
export type SearchedKind =
  "payment" | "charge" | "refund" | "dispute" | "payout" | "customer" | "product" | "price" | "coupon";

/**
 * Global: which object stands at a position of the index, which itself holds nothing but words. A position is made
 * from the time of creation, so that walking down the index is walking back in time.
 */
export const searchDocuments = table("search_documents", {
  position: integer().primaryKey(),
  environmentId: environmentId(),
  kind: choice<SearchedKind>().notNull(),
  objectId: text().notNull(),
  /** Of the words it is found by; empty once the object is gone, its place is not given to another. */
  digest: text().notNull(),
});

/** Global: how far the index has come. */
export const searchState = table("search_state", {
  name: choice<"events" | "version">().primaryKey(),
  value: integer().notNull(),
});

/** Global: objects that changed without an event, to be indexed anew; `payments_of` a customer: all of theirs. */
export const searchTouches = table("search_touches", {
  id: autoIncrementId(),
  environmentId: environmentId(),
  kind: choice<SearchedKind | "payments_of">().notNull(),
  objectId: text().notNull(),
});
