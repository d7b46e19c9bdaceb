import { and, eq } from "drizzle-orm";
import type { BlockListName } from "#db/schema/block-lists";
import { insert } from "#db/rows";
import { blockEntries } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { emailKey } from "#lib/email-key";
import { invalid } from "#lib/errors";
import { newId } from "#lib/ids";
import type { BlockEntry } from "./block-entry.ts";

/** Puts a card, by its fingerprint, or an email on its block list. Once there, it stays as it is. Needs allow_list:write. */
export function addBlockEntry(
  viewer: Viewer,
  { list, value }: { list: BlockListName; value: string },
): Promise<BlockEntry> {
  authorize(viewer, "allow_list:write");
  const written = list === "email" ? emailKey(value.trim()) : value.trim();
  if (list === "email" ? !/^[^\s@]+@[^\s@]+$/.test(written) : !/^[0-9A-Za-z]{8,64}$/.test(written)) {
    const code = list === "email" ? "email_invalid" : "fingerprint_invalid";
    throw invalid(`${value} cannot be on this list.`, { code, param: "value" });
  }
  return transaction(viewer, (tx) => putOnList(tx, { list, value: written }));
}

/** The same inside the transaction that has a reason for it. */
export async function putOnList(
  tx: Tx,
  given: Pick<BlockEntry, "list" | "value"> &
    Partial<Pick<BlockEntry, "brand" | "last4" | "paymentIntentId">>,
): Promise<BlockEntry> {
  const [there] = await tx.db
    .select()
    .from(blockEntries)
    .where(
      and(
        eq(blockEntries.environmentId, tx.environmentId),
        eq(blockEntries.list, given.list),
        eq(blockEntries.value, given.value),
      ),
    );
  if (there) return there;
  const entry = await insert(tx, blockEntries, {
    id: newId("blk", tx.now),
    createdAt: tx.now,
    brand: null,
    last4: null,
    paymentIntentId: null,
    createdBy: tx.viewer.actor,
    ...given,
  });
  const after = { ...auditedEntry(entry), payment: entry.paymentIntentId };
  await audit(tx, "block_list.added", { subject: entry.id, after });
  return entry;
}

/** What the history keeps of it, under names that say what is personal. */
export function auditedEntry({ list, value }: Pick<BlockEntry, "list" | "value">): Record<string, string> {
  return list === "email" ? { email: value } : { fingerprint: value };
}
