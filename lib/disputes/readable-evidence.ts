import { type Handle, reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { pagesOf } from "#lib/files/pdf-pages";
import { findFile } from "#lib/files/queries";
import type { FileRow } from "#lib/files/wire";
import { type EvidencePatch, mostBytes } from "./evidence.ts";
import { findDispute } from "./find-dispute.ts";
import { type FileField, fileFields } from "./types.ts";
import type { DisputeRow } from "./wire.ts";

/** Pages in all that a network's banks read; others name no limit. Source: https://docs.stripe.com/disputes/responding */
const mostPages: Record<string, number | undefined> = { mastercard: 19 };

/** A file of the evidence, and what it is. */
export interface AttachedFile {
  field: FileField;
  file: FileRow;
}

/** The contents of a file, kept or on its way in. */
export type Contents = Pick<FileRow, "size" | "storedAs"> & { kind: FileRow["kind"] | null };

/** The files of evidence, in the order of their fields. For who may see the dispute. */
export async function filesOf(
  handle: Handle,
  evidence: Partial<Record<FileField, unknown>>,
): Promise<AttachedFile[]> {
  const attached: AttachedFile[] = [];
  for (const field of fileFields) {
    const id = evidence[field];
    if (typeof id === "string")
      attached.push({ field, file: await findFile(handle, id, `evidence[${field}]`) });
  }
  return attached;
}

/** Throws where files that are given to a dispute would be more, with those that it has, than banks read. */
export async function assertPatchReadable(
  viewer: Viewer,
  disputeId: string,
  patch: EvidencePatch,
): Promise<void> {
  if (!fileFields.some((field) => patch[field])) return;
  const handle = await reader(viewer);
  const dispute = await findDispute(handle, disputeId);
  const given = fileFields.filter((field) => patch[field] !== undefined);
  const kept = (await filesOf(handle, dispute.evidence)).filter(({ field }) => !given.includes(field));
  const files = [...kept, ...(await filesOf(handle, patch))].map(({ file }) => file);
  await assertReadable(viewer, dispute, files, "evidence");
}

/** Throws where files come to more than banks read. `param`: what the caller named them by. */
export async function assertReadable(
  { environmentId }: Viewer,
  { network }: DisputeRow,
  files: readonly Contents[],
  param: string,
): Promise<void> {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (bytes > mostBytes) {
    throw invalid(`The files come to ${bytes} bytes; banks take ${mostBytes} in all.`, {
      code: "evidence_too_large",
      param,
    });
  }
  const most = network === null ? undefined : mostPages[network];
  if (most === undefined) return;
  const counted = files.map(async ({ kind, storedAs }) =>
    kind === "pdf" ? pagesOf(environmentId, storedAs) : 1,
  );
  const pages = (await Promise.all(counted)).reduce((sum, count) => sum + count, 0);
  if (pages <= most) return;
  throw invalid(`The files have ${pages} pages; this network's banks read ${most} in all.`, {
    code: "dispute_evidence_page_limit_exceeded",
    param,
  });
}
