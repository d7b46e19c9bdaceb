import { isDomainError } from "#lib/errors";
import { attachEvidence } from "#lib/disputes/attach-evidence";
import { mostBytes } from "#lib/disputes/evidence";
import { fileFields } from "#lib/disputes/types";
import { readFormFile } from "#lib/files/read-form-file";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { newFormKey } from "../../../../../../_server/form-key";
import { pageViewer } from "../../../../../../_server/page-viewer";
import { seeOther } from "../../../../../../_server/see-other";
import { stepPath } from "../steps";

/** Takes a file for the draft of a dispute's evidence, and leads back to the draft. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ environment: string; id: string }> },
): Promise<Response> {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  const draft = stepPath(viewer, id, "papers");
  try {
    await take(viewer, id, request);
    return seeOther(draft);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const told = { key: newFormKey(), refused: error.facts.code ?? "file_refused" };
    return seeOther(`${draft}?${new URLSearchParams(told)}`);
  }
}

async function take(viewer: Viewer, disputeId: string, request: Request): Promise<void> {
  authorize(viewer, "disputes:write");
  const { fields, upload } = await readFormFile({
    contentType: request.headers.get("content-type"),
    body: request.body,
    environmentId: viewer.environmentId,
    most: mostBytes,
  });
  try {
    const field = fileFields.find((each) => each === fields.get("field")) ?? "uncategorized_file";
    await attachEvidence(viewer, { disputeId, field, upload });
  } finally {
    await upload.settle();
  }
}
