import { environments } from "./accounts.ts";
import { bool, environmentId, id, index, json, primaryKey, table, text, timestamp } from "./columns.ts";

/** What somebody asked of a list, kept under a name. */
export const savedViews = table(
  "saved_views",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    list: text().notNull(),
    name: text().notNull(),
    /** The person who made it, and alone sees it unless it is shared with the team. */
    ownerId: text().notNull(),
    ownerName: text(),
    shared: bool().notNull(),
    /** The address's words: filters and order. */
    words: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("saved_views_list").on(t.environmentId, t.list, t.createdAt, t.id),
  ],
);

/** Rows of a list that a person chose to do something with: some by their ids, or all that matched at a moment. */
export const selections = table(
  "selections",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    list: text().notNull(),
    personId: text().notNull(),
    ids: json<string[]>(),
    /** The address's words, where it is all that matches them. */
    words: text(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("selections_created").on(t.environmentId, t.createdAt, t.id),
  ],
);
