import { eq } from "drizzle-orm";
import { accounts } from "#db/schema/index";
import { reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";

export type Account = typeof accounts.$inferSelect;

/** The account that the viewer's environment belongs to, whole. */
export async function getAccount(viewer: Viewer): Promise<Account> {
  authorize(viewer, "account:read");
  const { db } = await reader(viewer);
  const [account] = await db.select().from(accounts).where(eq(accounts.id, viewer.environment.accountId));
  if (!account) throw new Error("An environment belongs to no account");
  return account;
}
