import { eq } from "drizzle-orm";
import type { RefundPolicy } from "#db/schema/letters";
import { accounts } from "#db/schema/index";
import { reader, transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";

/** What answers to disputes say of refunds; empty until somebody writes it. Needs disputes:read. */
export async function getRefundPolicy(viewer: Viewer): Promise<RefundPolicy> {
  authorize(viewer, "disputes:read");
  return (await settingsOf(viewer)).refundPolicy ?? { text: "", disclosure: "" };
}

/** Writes it anew, for all environments of the account. Needs refund_policy:write. */
export function setRefundPolicy(viewer: Viewer, policy: RefundPolicy): Promise<void> {
  authorize(viewer, "refund_policy:write");
  return transaction(viewer, async (tx) => {
    const settings = await settingsOf(viewer);
    const before = settings.refundPolicy ?? null;
    if (before?.text === policy.text && before.disclosure === policy.disclosure) return;
    await write(tx, { ...settings, refundPolicy: policy });
    await audit(tx, "refund_policy.changed", {
      subject: viewer.environment.accountId,
      before: { ...before },
      after: { ...policy },
    });
  });
}

type Settings = typeof accounts.$inferSelect.settings;

async function settingsOf(viewer: Viewer): Promise<Settings> {
  const { db } = await reader(viewer);
  const [account] = await db
    .select({ settings: accounts.settings })
    .from(accounts)
    .where(eq(accounts.id, viewer.environment.accountId));
  if (!account) throw new Error("An environment belongs to no account");
  return account.settings;
}

function write({ db, viewer }: Tx, settings: Settings) {
  return db.update(accounts).set({ settings }).where(eq(accounts.id, viewer.environment.accountId));
}
