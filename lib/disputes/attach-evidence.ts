import { type Handle, reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { createFile } from "#lib/files/create-file";
import { pagesOf } from "#lib/files/pdf-pages";
import { findFile } from "#lib/files/queries";
import type { Upload } from "#lib/files/upload";
import type { FileRow } from "#lib/files/wire";
import { mostBytes } from "./evidence.ts";
import { assertAllowed, findDispute } from "./find-dispute.ts";
import { type FileField, fileFields } from "./types.ts";
import { updateDispute } from "./update-dispute.ts";
import type { DisputeRow } from "./wire.ts";

/** Pages in all that a network's banks read; others name no limit. Source: https://docs.stripe.com/disputes/responding */
const mostPages: Record<string, number | undefined> = { mastercard: 19 };

/** A file of the evidence, and what it is. */
export interface AttachedFile {
  field: FileField;
  file: FileRow;
}

/** Adds a file to the draft of a dispute's evidence; another one in its place goes. Needs disputes:write. */
export async function attachEvidence(
  viewer: Viewer,
  { disputeId, field, upload }: { disputeId: string; field: FileField; upload: Upload },
): Promise<DisputeRow> {
  authorize(viewer, "disputes:write");
  await assertRoom(viewer, disputeId, field, upload);
  const { id } = await createFile(viewer, { upload, purpose: "dispute_evidence" });
  return updateDispute(viewer, disputeId, { evidence: { [field]: id }, submit: false });
}

/** The same with a file that is kept already, such as what an earlier answer held. Needs disputes:write. */
export async function attachKept(
  viewer: Viewer,
  { disputeId, field, file }: { disputeId: string; field: FileField; file: FileRow },
): Promise<DisputeRow> {
  authorize(viewer, "disputes:write");
  await assertRoom(viewer, disputeId, field, file);
  return updateDispute(viewer, disputeId, { evidence: { [field]: file.id }, submit: false });
}

/** Takes a file out of the draft. Needs disputes:write. */
export function detachEvidence(
  viewer: Viewer,
  { disputeId, field }: { disputeId: string; field: FileField },
): Promise<DisputeRow> {
  return updateDispute(viewer, disputeId, { evidence: { [field]: null }, submit: false });
}

/** The files of a dispute's evidence, in the order of their fields. Needs disputes:read. */
export async function attachedFiles(viewer: Viewer, dispute: DisputeRow): Promise<AttachedFile[]> {
  authorize(viewer, "disputes:read");
  return filesOf(await reader(viewer), dispute);
}

async function filesOf(handle: Handle, { evidence }: DisputeRow): Promise<AttachedFile[]> {
  const attached: AttachedFile[] = [];
  for (const field of fileFields) {
    const id = evidence[field];
    if (typeof id === "string") attached.push({ field, file: await findFile(handle, id) });
  }
  return attached;
}

/** The contents of a file, kept or on its way in. */
type Contents = Pick<FileRow, "size" | "storedAs"> & { kind: FileRow["kind"] | null };

async function assertRoom(
  viewer: Viewer,
  disputeId: string,
  field: FileField,
  added: Contents,
): Promise<void> {
  const handle = await reader(viewer);
  const dispute = await findDispute(handle, disputeId);
  assertAllowed("respond", dispute);
  const others = (await filesOf(handle, dispute)).filter((each) => each.field !== field);
  await assertReadable(viewer, dispute, others, added);
}

async function assertReadable(
  viewer: Viewer,
  { network }: DisputeRow,
  others: readonly AttachedFile[],
  added: Contents,
): Promise<void> {
  const bytes = others.reduce((sum, { file }) => sum + file.size, added.size);
  if (bytes > mostBytes) {
    throw invalid(`The files come to ${bytes} bytes; banks take ${mostBytes} in all.`, {
      code: "evidence_too_large",
      param: "file",
    });
  }
  const most = network === null ? undefined : mostPages[network];
  if (most === undefined) return;
  const counted = [...others.map(({ file }) => file), added].map(async ({ kind, storedAs }) =>
    kind === "pdf" ? pagesOf(viewer.environmentId, storedAs) : 1,
  );
  const pages = (await Promise.all(counted)).reduce((sum, count) => sum + count, 0);
  if (pages <= most) return;
  throw invalid(`The files have ${pages} pages; this network's banks read ${most} in all.`, {
    code: "evidence_too_long",
    param: "file",
  });
}
