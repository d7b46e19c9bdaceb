import { find, type IdentifiedTable } from "#db/rows";
import { customers, events, mails, paymentIntents, webhookEndpoints } from "#db/schema/index";
import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";

/** What the pages below an environment are about, by the start of their path; an id is the pattern's only group. */
const subjects: readonly (readonly [RegExp, IdentifiedTable])[] = [
  [/^transactions\/(?!refunds(?:\/|$))([^/]+)/, paymentIntents],
  [/^outbox\/([^/]+)/, mails],
  [/^customers\/([^/]+)/, customers],
  [/^developers\/events\/([^/]+)/, events],
  [/^developers\/webhooks\/(?!new(?:\/|$))([^/]+)/, webhookEndpoints],
];

/**
 * Whether a page is about something that this environment does not hold, or no longer. The gate asks, and answers
 * with a page that reads without scripts: what a page itself finds missing, Next shows to scripts alone.
 */
export async function isMissing(viewer: Viewer, page: string): Promise<boolean> {
  for (const [path, table] of subjects) {
    const [, id] = path.exec(page) ?? [];
    if (id === undefined) continue;
    const row: { deletedAt?: unknown } | undefined = await find(await reader(viewer), table, id);
    return row === undefined || (row.deletedAt ?? null) !== null;
  }
  return false;
}
