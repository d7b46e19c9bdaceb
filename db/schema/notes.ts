import { environments } from "./accounts.ts";
import { choice, environmentId, id, index, json, primaryKey, table, text, timestamp } from "./columns.ts";

/** Somebody a note names, as the name stood there; their own name may change. */
export interface Mention {
  personId: string;
  name: string;
}

/** What a colleague wrote about an object for colleagues; no customer ever reads it. */
export const notes = table(
  "notes",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    editedAt: timestamp(),
    subjectKind: choice<"payment" | "customer" | "dispute">().notNull(),
    subjectId: text().notNull(),
    authorId: text().notNull(),
    authorName: text().notNull(),
    text: text().notNull(),
    mentions: json<Mention[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("notes_subject").on(t.environmentId, t.subjectKind, t.subjectId, t.createdAt, t.id),
  ],
);
