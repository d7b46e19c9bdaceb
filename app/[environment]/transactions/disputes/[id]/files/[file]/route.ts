import { Readable } from "node:stream";
import { evidenceFile } from "#lib/disputes/evidence-file";
import { isDomainError } from "#lib/errors";
import { downloadHeaders } from "#lib/files/download";
import { read } from "#lib/files/storage";
import { paths } from "#lib/paths";
import { pageViewer } from "../../../../../../_server/page-viewer";
import { seeOther } from "../../../../../../_server/see-other";

/** The contents of a file of the evidence, saved rather than shown. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ environment: string; id: string; file: string }> },
): Promise<Response> {
  const { environment, id, file: fileId } = await params;
  const viewer = await pageViewer(environment);
  if (viewer.conceal) return seeOther(paths.reveal(viewer, "dispute", id));
  try {
    const file = await evidenceFile(viewer, { disputeId: id, fileId });
    const headers = new Headers();
    for (const [name, value] of Object.entries(downloadHeaders(file, "attachment")))
      headers.set(name, String(value));
    const contents = Readable.toWeb(read(file.environmentId, file.storedAs));
    return new Response(contents as ReadableStream<Uint8Array>, { headers });
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return new Response(null, { status: error.facts.status });
  }
}
