import { insert } from "#db/rows";
import type { files } from "#db/schema/index";
import { fileLinks } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { factsOf } from "#lib/files/purposes";
import { newId } from "#lib/ids";
import { type MetadataPatch, mergeMetadata } from "#lib/metadata";
import { newPublicToken } from "#lib/public-token";
import type { FileLinkRow } from "./wire.ts";

export interface FileLinkInput {
  /** Milliseconds; without it the link opens as long as there is a file. */
  expiresAt?: number | undefined;
  metadata?: MetadataPatch | undefined;
}

/** Makes a public address of a file whose purpose allows one. `param` names the expiry in errors. */
export async function insertFileLink(
  tx: Tx,
  file: typeof files.$inferSelect,
  { expiresAt, metadata }: FileLinkInput,
  param = "expires_at",
): Promise<FileLinkRow> {
  if (!factsOf(file.purpose).downloadable) {
    throw invalid(`You cannot create a file link for a file with the purpose ${file.purpose}.`, {
      param: "file",
    });
  }
  assertAhead(tx, expiresAt, param);
  return insert(tx, fileLinks, {
    id: newId("link", tx.now),
    createdAt: tx.now,
    fileId: file.id,
    token: newPublicToken(tx.environmentId),
    expiresAt: expiresAt ?? null,
    metadata: mergeMetadata({}, metadata),
  });
}

/** Refuses an expiry that is over already. */
export function assertAhead(tx: Tx, expiresAt: number | null | undefined, param: string): void {
  if (typeof expiresAt !== "number" || expiresAt > tx.now) return;
  throw invalid("The expiry must be in the future.", { param });
}
