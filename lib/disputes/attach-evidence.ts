import { reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { createFile } from "#lib/files/create-file";
import type { Upload } from "#lib/files/upload";
import type { FileRow } from "#lib/files/wire";
import { assertAllowed, findDispute } from "./find-dispute.ts";
import { type AttachedFile, assertReadable, type Contents, filesOf } from "./readable-evidence.ts";
import type { FileField } from "./types.ts";
import { updateDispute } from "./update-dispute.ts";
import type { DisputeRow } from "./wire.ts";

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
  return filesOf(await reader(viewer), dispute.evidence);
}

async function assertRoom(
  viewer: Viewer,
  disputeId: string,
  field: FileField,
  added: Contents,
): Promise<void> {
  const handle = await reader(viewer);
  const dispute = await findDispute(handle, disputeId);
  assertAllowed("respond", dispute);
  const others = (await filesOf(handle, dispute.evidence)).filter((each) => each.field !== field);
  await assertReadable(viewer, dispute, [...others.map(({ file }) => file), added], "file");
}
