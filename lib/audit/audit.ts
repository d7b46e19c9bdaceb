import { desc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/engine/engine";
import { auditLines } from "#db/schema/index";
import type { Actor } from "#db/schema/payments";
import { insert } from "#db/rows";
import { globalReader } from "#db/transaction";
import type { Tx } from "#lib/auth/viewer";
import type { KnownAction } from "./actions.ts";
import { type AuditLine, genesis, hashOf } from "./hash.ts";

/** The chain of what belongs to no account, such as a sign-in that failed. */
export const systemChain = "system";

/** What was done to what. `before` and `after` hold the changed fields only, never a secret. */
export interface Audited {
  subject: string | null;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
}

/** Who did it, from where, when no viewer can say. */
export interface AuditedBy {
  actor: Actor;
  address?: string | null;
  userAgent?: string | null;
}

/** Adds a line such as `refund.created` to the account's chain, in the transaction that does it. */
export async function audit(tx: Tx, action: KnownAction, what: Audited): Promise<void> {
  const { actor, request, environment } = tx.viewer;
  const by = { actor, address: request?.address, userAgent: request?.userAgent };
  await insert(tx, auditLines, await nextLine(environment.accountId, environment.id, action, what, by));
}

/** Adds a line to a chain (an account's id, or `systemChain`) inside a transaction on global tables. */
export async function auditGlobal(
  db: Db,
  chain: string,
  action: KnownAction,
  what: Audited,
  by: AuditedBy,
): Promise<void> {
  const { before, after, ...line } = await nextLine(chain, null, action, what, by);
  await db.insert(auditLines).values({ ...line, before: before ?? undefined, after: after ?? undefined });
}

async function nextLine(
  chain: string,
  environmentId: number | null,
  action: string,
  what: Audited,
  by: AuditedBy,
): Promise<AuditLine> {
  const last = await lastOf(chain);
  const line = {
    chain,
    sequence: (last?.sequence ?? 0) + 1,
    // The system's clock: a chain spans environments whose clocks differ.
    at: Date.now(),
    environmentId,
    action,
    actor: by.actor,
    subject: what.subject,
    before: plain(what.before),
    after: plain(what.after),
    address: by.address ?? null,
    userAgent: by.userAgent ?? null,
    previousHash: last?.hash ?? genesis,
  };
  return { ...line, hash: hashOf(line) };
}

/** As it will be read back: without what JSON cannot say. */
function plain(fields: Record<string, unknown> | undefined): Record<string, unknown> | null {
  return fields === undefined ? null : JSON.parse(JSON.stringify(fields));
}

/** Reads in the open transaction, so that lines written by it count. */
async function lastOf(chain: string): Promise<{ sequence: number; hash: string } | undefined> {
  const statement = (await globalReader()).prepared("last audit line", (db) =>
    db
      .select({ sequence: auditLines.sequence, hash: auditLines.hash })
      .from(auditLines)
      .where(eq(auditLines.chain, sql.placeholder("chain")))
      .orderBy(desc(auditLines.sequence))
      .limit(1)
      .prepare(),
  );
  const [last] = await statement.execute({ chain });
  return last;
}
