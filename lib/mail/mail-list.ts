import { and, not, or, sql } from "drizzle-orm";
import { mails } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { choiceFilter, statusFilter } from "#lib/lists/filters/choice-filter";
import { daysFilter } from "#lib/lists/filters/days-filter";
import { both } from "#lib/lists/filters/filter";
import { has, textFilter } from "#lib/lists/filters/text-filter";
import type { QueryOf } from "#lib/lists/list-source";
import { creationSorts } from "#lib/lists/sorts";
import { type Selection, tableSource } from "#lib/lists/table-source";
import { paths } from "#lib/paths";
import { mailKinds } from "./kinds.ts";
import type { MailRow } from "./post.ts";

export const mailStates = [
  "would_be_sent",
  "kept",
  "queued",
  "sent",
  "failed",
] as const satisfies readonly MailRow["state"][];

/** A mail as a list shows it: without what it says. */
export type ListedMail = Pick<MailRow, keyof typeof columns>;

const { id, createdAt, kind, to, subject, state, attempts, sentAt, lastError } = mails;
const columns = { id, createdAt, kind, to, subject, state, attempts, sentAt, lastError };

const anyText = textFilter(mails.to, mails.subject);

/** Part of an address finds its mails for who may read addresses: for others what is found would tell the rest. */
const mailTextFilter: typeof anyText = {
  ...anyText,
  conditions(query, reading) {
    const { text } = query;
    if (text === null || !reading.isDiscreet) return anyText.conditions(query, reading);
    const isWhole = sql`lower(${mails.to}) = lower(${text})`;
    return [
      { column: mails.to, holds: or(isWhole, and(has(mails.subject, text), not(has(mails.subject, "@")))) },
    ];
  },
};

/** Every mail of the environment, also what was not or will not be sent. */
export const mailList = tableSource({
  name: "mails",
  permission: "outbox:read",
  path: paths.outbox,
  table: mails,
  filters: both(
    both(statusFilter({ words: mailStates, column: mails.state }), mailTextFilter),
    both(
      choiceFilter("kind", {
        words: mailKinds,
        column: mails.kind,
        put: (kinds) => ({ kinds }),
        get: ({ kinds }) => kinds,
      }),
      daysFilter(mails.createdAt),
    ),
  ),
  sorts: creationSorts(mails),
  select: selectMails,
});

export type MailQuery = QueryOf<typeof mailList>;

function selectMails(
  _viewer: Viewer,
  { db }: Handle,
  { where, orderBy, limit }: Selection,
): Promise<ListedMail[]> {
  return db
    .select(columns)
    .from(mails)
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);
}
