import { and, eq, inArray, type SQL } from "drizzle-orm";
import { mails } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";

/** That these mails were sent stays; what waits to be sent is not sent any more. */
export async function eraseMails(tx: Tx, which: SQL): Promise<void> {
  const own = and(eq(mails.environmentId, tx.environmentId), which);
  await tx.db.update(mails).set({ to: "", subject: "", text: "", html: "" }).where(own);
  await tx.db
    .update(mails)
    .set({ state: "kept" })
    .where(and(own, inArray(mails.state, ["queued", "failed"])));
}
