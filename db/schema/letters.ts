import { environments } from "./accounts.ts";
import { environmentId, id, index, json, primaryKey, table, text, timestamp } from "./columns.ts";
import type { Actor } from "./payments.ts";

/** When and how the business gives money back, for whoever answers disputes. */
export interface RefundPolicy {
  text: string;
  /** How customers are shown it before they pay. */
  disclosure: string;
}

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
