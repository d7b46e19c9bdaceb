import { environments } from "./accounts.ts";
import { environmentId, id, index, json, primaryKey, table, text, timestamp } from "./columns.ts";
import type { Actor } from "./payments.ts";

/** What the team begins its letters to banks with. */
export const letterTemplates = table(
  "letter_templates",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    updatedAt: timestamp().notNull(),
    updatedBy: json<Actor>().notNull(),
    name: text().notNull(),
    /** The claim it answers; null: any. */
    reason: text(),
    /** With names in braces where facts of the dispute go. */
    body: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("letter_templates_created").on(t.environmentId, t.createdAt, t.id),
  ],
);
