import { environments } from "./accounts.ts";
import {
  choice,
  environmentId,
  id,
  index,
  json,
  primaryKey,
  table,
  text,
  timestamp,
  uniqueIndex,
} from "./columns.ts";
import type { Actor } from "./payments.ts";

export type BlockListName = "card_fingerprint" | "email";

/** Cards and email addresses that no payment is taken from. */
export const blockEntries = table(
  "block_entries",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    list: choice<BlockListName>().notNull(),
    /** A card's fingerprint, or an email in small letters. */
    value: text().notNull(),
    /** The card, as people know it; null where only its fingerprint was given. */
    brand: text(),
    last4: text(),
    /** The payment that was fraud; null where somebody put it here by hand. */
    paymentIntentId: text(),
    createdBy: json<Actor>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    uniqueIndex("block_entries_value").on(t.environmentId, t.list, t.value),
    index("block_entries_created").on(t.environmentId, t.createdAt, t.id),
    index("block_entries_list").on(t.environmentId, t.list, t.createdAt, t.id),
  ],
);
