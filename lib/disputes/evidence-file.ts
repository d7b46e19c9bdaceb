import { reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { noteShown } from "#lib/discretion/reveal";
import { forbidden, notFound } from "#lib/errors";
import type { Download } from "#lib/files/download";
import { contentsOf } from "#lib/files/queries";
import { attachedFiles } from "./attach-evidence.ts";
import { findDispute } from "./find-dispute.ts";

/**
 * The contents of a file of a dispute's evidence. Needs disputes:read and files:read. It holds who it is about: for who
 * reads the dispute masked there is none, and that it was shown to who had it revealed is kept.
 */
export async function evidenceFile(
  viewer: Viewer,
  { disputeId, fileId }: { disputeId: string; fileId: string },
): Promise<Download> {
  authorize(viewer, "files:read");
  if (viewer.conceal) throw forbidden("customers:read");
  const attached = await attachedFiles(viewer, await findDispute(await reader(viewer), disputeId));
  const found = attached.find(({ file }) => file.id === fileId);
  const contents = found && (await contentsOf(viewer, found.file));
  if (!contents) throw notFound("file", fileId);
  await noteShown(viewer, { kind: "file", file: fileId });
  return contents;
}
