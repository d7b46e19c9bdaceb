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
import type { Metadata } from "./customers.ts";
import type { Actor } from "./payments.ts";

/** What the items of a list are, in the API's words. */
export type ItemType =
  | "account"
  | "card_bin"
  | "card_fingerprint"
  | "case_sensitive_string"
  | "country"
  | "crypto_fingerprint"
  | "customer_id"
  | "email"
  | "ip_address"
  | "sepa_debit_fingerprint"
  | "string"
  | "us_bank_account_fingerprint";

/** Lists that a business makes for itself, beside those that are always there. */
export const valueLists = table(
  "value_lists",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    alias: text().notNull(),
    name: text().notNull(),
    itemType: choice<ItemType>().notNull(),
    metadata: json<Metadata>().notNull(),
    createdBy: json<Actor>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    uniqueIndex("value_lists_alias").on(t.environmentId, t.alias),
    index("value_lists_created").on(t.environmentId, t.createdAt, t.id),
  ],
);

/** What is on any list. The table is named for the first lists there were. */
export const listItems = table(
  "block_entries",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    /** The id of a business's own list, or the key of one that is always there. */
    list: text().notNull(),
    /** As its type is written: an email in small letters, a country in capitals. */
    value: text().notNull(),
    /** The card, as people know it; null for all else, and where only its fingerprint was given. */
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
